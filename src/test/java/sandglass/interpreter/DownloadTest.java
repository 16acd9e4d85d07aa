package sandglass.interpreter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Fetching by an npm that is a script here. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in for npm is a shell script")
class DownloadTest {
  private static final byte[] MODULE = Calculator.bytes();

  @TempDir private Path folder;
  private Path kept;
  private Store store;
  private Catalog.Entry entry;

  @BeforeEach
  void describe() {
    kept = folder.resolve("data/interpreters");
    store = new Store(kept);
    entry = entry(Interpreters.sha256(MODULE));
  }

  private static Catalog.Entry entry(String sha256) {
    return new Catalog.Entry(
        "calc",
        "Calc 1",
        "",
        "@x/calc@1.0.0",
        "package/calc.wasm",
        "calc.wasm",
        MODULE.length,
        sha256);
  }

  @Test
  void keepsWhatNpmBrings() throws Exception {
    Files.write(folder.resolve("it.tgz"), archive("package/calc.wasm", MODULE));
    npm("[ \"$*\" = 'pack --ignore-scripts @x/calc@1.0.0' ] && cp '%s' x.tgz", "it.tgz");
    Download download = start();
    Path file = download.end().get(1, TimeUnit.MINUTES);
    assertArrayEquals(MODULE, Files.readAllBytes(file));
    assertEquals(kept.resolve("calc.wasm"), file);
    assertTrue(store.has(entry));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)));
    assertEquals(Download.Phase.ENDED, download.progress().phase());
    assertEquals(MODULE.length, download.progress().bytes());
    assertTrue(store.remove(entry));
    assertFalse(store.has(entry));
  }

  @Test
  void keepsNothingElse() throws Exception {
    Files.write(folder.resolve("it.tgz"), archive("package/calc.wasm", MODULE));
    npm("cp '%s' x.tgz", "it.tgz");
    entry = entry("0".repeat(64));
    fails("the package holds another module than expected (sha-256 ");
    Files.write(folder.resolve("it.tgz"), archive("package/../calc.wasm", MODULE));
    fails("the package has no package/calc.wasm");
    Files.write(
        folder.resolve("it.tgz"), archive("package/calc.wasm", new byte[MODULE.length + 1]));
    fails("bytes, more than expected");
    Files.writeString(folder.resolve("it.tgz"), "garbage");
    fails("what npm brought cannot be used");
    byte[] whole = archive("package/calc.wasm", MODULE);
    Files.write(folder.resolve("it.tgz"), Arrays.copyOf(whole, whole.length / 2));
    fails("what npm brought cannot be used");
    npm("exit 0", "it.tgz");
    fails("npm left no archive");
  }

  @Test
  void saysWhatToDoWithoutNpmOrNetwork() throws Exception {
    fails("npm is not on the path of this machine");
    npm("echo 'npm error code ENOTFOUND'; echo 'npm error request failed'; exit 1", "it.tgz");
    fails("npm cannot reach the network (ENOTFOUND)");
    npm("echo 'npm ERR! code E404' >&2; exit 1", "it.tgz");
    fails("npm finds no such package where this machine takes packages from");
    npm("echo; echo 'out of disk'; exit 1", "it.tgz");
    fails("npm fails: out of disk");
  }

  @Test
  void isCancelledWithAllThatItStarted() throws Exception {
    Path pid = folder.resolve("pid");
    npm("sleep 600 & echo $! > '%s'; wait", "pid");
    Download download = start();
    while (!Files.exists(pid) || Files.readString(pid).isBlank()) {
      Thread.sleep(5);
    }
    assertEquals(Download.Phase.FETCHING, download.progress().phase());
    download.cancel();
    var e = assertThrows(CompletionException.class, () -> download.end().join());
    assertInstanceOf(CancellationException.class, e.getCause());
    long child = Long.parseLong(Files.readString(pid).strip());
    for (int i = 0; ProcessHandle.of(child).filter(ProcessHandle::isAlive).isPresent(); i++) {
      assertTrue(i < 1_000, "the child lives on");
      Thread.sleep(5);
    }
    assertFalse(Files.exists(kept));
  }

  private void fails(String why) throws IOException {
    var e = assertThrows(CompletionException.class, () -> start().end().join());
    var known = assertInstanceOf(InterpreterException.class, e.getCause());
    String message = known.getMessage();
    assertTrue(message.startsWith("Calc 1 was not fetched: "), message);
    assertTrue(message.contains(why), message);
    assertTrue(message.contains("`npm pack @x/calc@1.0.0`"), message);
    assertTrue(message.endsWith(kept.resolve("calc.wasm").toString()), message);
    assertEquals(1, message.lines().count());
    if (Files.exists(kept)) {
      try (Stream<Path> files = Files.list(kept)) {
        assertEquals(List.of(), files.toList());
      }
    }
  }

  private Download start() {
    String path = folder.resolve("bin").toString();
    return Download.start(entry, store, name -> name.equals("PATH") ? path : null);
  }

  /** Puts a script in npm's place; {@code %s} is a file of the test's. */
  private void npm(String script, String file) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path npm = bin.resolve("npm");
    String body = script.replace("%s", folder.resolve(file).toString());
    Files.writeString(npm, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(npm, PosixFilePermissions.fromString("rwx------"));
  }

  private static byte[] archive(String name, byte[] content) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(out)) {
      tar(zip, "package/package.json", "{}".getBytes(StandardCharsets.UTF_8));
      tar(zip, name, content);
      zip.write(new byte[1024]);
    }
    return out.toByteArray();
  }

  private static void tar(GZIPOutputStream zip, String name, byte[] content) throws IOException {
    var header = new byte[512];
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(text, 0, header, 0, text.length);
    byte[] size =
        String.format(Locale.ROOT, "%011o", content.length).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(size, 0, header, 124, size.length);
    header[156] = '0';
    zip.write(header);
    zip.write(content);
    zip.write(new byte[(512 - content.length % 512) % 512]);
  }
}
