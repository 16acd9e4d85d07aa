package sandglass.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sandglass.program.ProgramLoader;

/** Programs, and what is none, brought to the window. */
class OpenFlowTest {
  private static final Path PRIMES = Path.of("samples", "rust-primes.wasm");

  @TempDir Path home;
  @TempDir Path files;
  private Desk desk;

  @BeforeEach
  void open() throws Exception {
    desk = Desk.open(home);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aBinaryShowsWhatItIsAndRuns() {
    desk.drop(PRIMES);
    desk.await("its page", () -> desk.shown("#module-page").contains("fd_write"));
    desk.await("its pane", () -> desk.shown("#module-tree").contains("fd_write"));
    assertEquals("rust-primes.wasm", desk.ask(desk::front));
    assertTrue(desk.ask(() -> desk.shown("#module-page")).contains("Exports"));
    desk.click("#run");
    desk.awaitStatus("exited 0");
    desk.await("output", () -> desk.stdout().contains("97"));
  }

  @Test
  void anImportThatNobodyOffersIsMarkedBeforeTheRun() throws Exception {
    String text =
        "(module (import \"env\" \"launch\" (func)) (memory (export \"memory\") 1)"
            + " (func (export \"_start\") (call 0)))";
    Path wat = Files.writeString(files.resolve("rocket.wat"), text);
    Path wasm = files.resolve("rocket.wasm");
    Files.write(wasm, ProgramLoader.load(wat, 1 << 20).wasm());
    desk.drop(wasm);
    desk.await("its page", () -> desk.shown("#module-page").contains("not offered"));
    desk.await("its pane", () -> desk.shown("#module-pane").contains("not offered"));
    desk.click("#run");
    desk.awaitStatus(status -> status.startsWith("rejected"), "rejected");
    assertTrue(desk.says("#outcome-sentence").contains("launch"), desk.says("#outcome-sentence"));
  }

  @Test
  void keysStayWhenTheLastFilesHaveChanged() throws Exception {
    desk.drop(Files.copy(Path.of("samples", "factorial.wat"), files.resolve("mine.wat")));
    desk.await("its tab", () -> desk.front().equals("mine.wat"));
    desk.press(KeyCode.N, KeyCode.CONTROL);
    desk.await("a new text", () -> desk.front().equals("untitled.wat"));
    desk.copy("print(1)");
    desk.press(KeyCode.V, KeyCode.CONTROL, KeyCode.SHIFT);
    desk.await("what was copied", () -> desk.front().equals("pasted.py"));
  }

  @Test
  void aDroppedTextOpensAndIsRemembered() throws Exception {
    Path file = Files.copy(Path.of("samples", "factorial.wat"), files.resolve("mine.wat"));
    desk.drop(file);
    desk.await("its tab", () -> desk.front().equals("mine.wat"));
    assertTrue(
        desk.ask(desk::openMenu).contains("mine.wat in " + files), desk.openMenu().toString());
    desk.drop(Path.of("samples", "hello.wat"), file);
    desk.await("first of two", () -> desk.tabs("#editor-tabs").size() == 3);
    assertEquals(1, desk.ask(() -> desk.tabs("#editor-tabs").indexOf("mine.wat")));
  }

  @Test
  void whatIsNoProgramIsRefusedWithAReason() throws Exception {
    byte[] module = Files.readAllBytes(PRIMES);
    Path image = files.resolve("sand.wasm");
    Files.write(image, HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452"));
    Path truncated = files.resolve("half.wasm");
    Files.write(truncated, Arrays.copyOf(module, module.length / 2));
    Path utf16 = files.resolve("wide.wat");
    Files.write(utf16, "\uFEFF(module)".getBytes(StandardCharsets.UTF_16LE));
    Path huge = files.resolve("huge.wasm");
    try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(2L << 30);
    }
    Path folder = Files.createDirectory(files.resolve("folder.wasm"));

    refuses(folder, "is a folder");
    refuses(image, "a PNG image");
    refuses(truncated, "truncated");
    refuses(utf16, "UTF-16");
    refuses(huge, "2 GiB");
    refuses(files.resolve("gone.wat"), "there is no such file");
    worksStill();
  }

  @Test
  void aFileThatMayNotBeReadIsRefused() throws Exception {
    Path secret = Files.writeString(files.resolve("secret.wat"), "(module)");
    assumeFalse(!secret.toFile().setReadable(false) || Files.isReadable(secret), "this is root");
    refuses(secret, "permission");
    worksStill();
  }

  @Test
  void theClipboardOpensAModuleAndRefusesGarbage() throws IOException {
    desk.copy("AGFzbQEAAAA!!not base64 at all!!");
    desk.choose("open-clipboard");
    desk.await("a message", () -> desk.notice().contains("base64"));
    assertEquals(1, desk.ask(() -> desk.tabs("#editor-tabs").size()));
    worksStill();

    desk.copy(Base64.getMimeEncoder().encodeToString(Files.readAllBytes(PRIMES)));
    desk.choose("open-clipboard");
    desk.await("a tab", () -> desk.front().equals("pasted.wasm"));
  }

  private void refuses(Path file, String reason) {
    desk.act(() -> desk.find("#notice-close", javafx.scene.control.Button.class).fire());
    desk.drop(file);
    desk.await("message about " + file.getFileName(), () -> desk.notice().contains(reason));
    assertTrue(
        desk.says("#notice-text").contains(file.getFileName().toString()),
        desk.says("#notice-text"));
    assertFalse(desk.ask(() -> desk.tabs("#editor-tabs")).contains(file.getFileName().toString()));
  }

  private void worksStill() {
    desk.click("#run");
    desk.awaitStatus("exited 0");
  }
}
