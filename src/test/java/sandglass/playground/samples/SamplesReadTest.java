package sandglass.playground.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sandglass.playground.common.TestThreads;
import sandglass.sandbox.Limits;
import sandglass.sandbox.wasi.Folder;

class SamplesReadTest {
  @TempDir Path folder;

  private Sample sample(String name, String text) throws IOException {
    return Sample.read(Files.writeString(folder.resolve(name), text));
  }

  @Test
  void offersTheGalleryInATeachingOrder() {
    var threads = new TestThreads();
    var samples = new Samples(threads.threads());
    List<Sample> loaded = new ArrayList<>();
    samples.load(Path.of("samples"), loaded::addAll);
    assertEquals(samples.all(), loaded);
    assertEquals("hello", loaded.getFirst().name());
    assertEquals(Path.of("samples", "hello.wat"), loaded.getFirst().program());
    assertEquals(loaded.stream().map(Sample::group).sorted().toList(), groups(loaded));
    var primes =
        loaded.stream().filter(sample -> sample.name().equals("rust-primes")).toList().getFirst();
    assertEquals(Path.of("samples", "rust-primes.wasm"), primes.program());
    assertTrue(primes.about().startsWith("Finds the primes"));
    assertEquals("Compiled", primes.group().text());
    assertEquals(List.of(), threads.bugs());
  }

  private static List<Sample.Group> groups(List<Sample> samples) {
    return samples.stream().map(Sample::group).toList();
  }

  @Test
  void setsUpLimitsAndWorld() throws IOException {
    var setup =
        SampleSetup.of(
            sample(
                "a.wat",
                """
                ;; about: It does.
                ;; args: one "two words"
                ;; env: A=b=c
                ;; env: nonsense
                ;; stdin: x\\n\\u00fc\\q
                ;; dir: library
                ;; dir: notebook:rw
                ;; dir: ../../etc
                ;; dir: /etc
                ;; fuel: 1M
                ;; memory: 16MiB
                ;; timeout: soon
                ;; output: 2k
                ;; hologram: yes
                (module)
                ;; fuel: 5
                """));
    var limits = Limits.DEFAULT.withFuel(1_000_000).withMemoryBytes(16 << 20).withOutputBytes(2048);
    assertEquals(limits, setup.limits());
    assertEquals(List.of("one", "two words"), setup.args());
    assertEquals(Map.of("A", "b=c"), setup.env());
    assertEquals(Optional.of("x\nü\\q"), setup.stdin());
    Path data = folder.resolve("data").toAbsolutePath();
    assertEquals(
        List.of(
            new Folder(data.resolve("library"), "/library", false),
            new Folder(data.resolve("notebook"), "/notebook", true)),
        setup.folders());
    assertEquals(Duration.ofSeconds(30), setup.limits().timeout());
  }

  @Test
  void leavesToAPersonWhatIsToBeTyped() {
    var typed =
        Samples.read(Path.of("samples")).stream()
            .map(SampleSetup::of)
            .filter(SampleSetup::typed)
            .toList();
    assertEquals(2, typed.size());
    typed.forEach(setup -> assertEquals(Optional.empty(), setup.stdin()));
  }

  @Test
  void offersWhateverElseIsInTheFolderAfterwards() throws IOException {
    sample("z.wat", ";; group: Basics 2\n");
    sample("y.wat", ";; group: basics 1\n");
    sample("x.wat", ";; group: Basics\n");
    sample("b.py", "# about: Prints.\nprint()\n");
    sample("a.wat", ";; group: Hologram 1\n");
    sample("alone.wasm", "");
    sample("never-built.c", "// about: No.\n");
    sample("notes.txt", "");
    Files.createDirectories(folder.resolve("folder.wat"));
    assertEquals(
        List.of("y", "z", "x", "a", "alone", "b"),
        Samples.read(folder).stream().map(Sample::name).toList());
    assertEquals(List.of(), Samples.read(folder.resolve("missing")));
  }

  @Test
  void survivesAnyBytes() throws IOException {
    var random = new Random(1);
    for (int i = 0; i < 50; i++) {
      byte[] bytes = new byte[300];
      random.nextBytes(bytes);
      bytes[0] = '#';
      Files.write(folder.resolve(i + ".wat"), bytes);
    }
    sample("long.wat", ";; group: " + "x 1".repeat(100_000));
    var samples = Samples.read(folder);
    assertEquals(51, samples.size());
    samples.forEach(SampleSetup::of);
  }

  @Test
  void findsTheFolder() throws IOException {
    Path dist = Files.createDirectories(folder.resolve("dist/samples"));
    Path built = Files.createDirectories(folder.resolve("project/samples"));
    Path jar = Files.createDirectories(folder.resolve("dist/lib")).resolve("sandglass.jar");
    Path classes = Files.createDirectories(folder.resolve("project/target/classes"));
    Optional<String> none = Optional.empty();
    assertEquals(Optional.of(dist), Samples.folder(none, Optional.of(jar), folder));
    assertEquals(Optional.of(built), Samples.folder(none, Optional.of(classes), folder));
    assertEquals(Optional.of(dist), Samples.folder(none, Optional.empty(), folder.resolve("dist")));
    assertEquals(
        Optional.of(built),
        Samples.folder(Optional.of(built.toString()), Optional.of(jar), folder));
    assertEquals(Optional.of(dist), Samples.folder(Optional.of("\0"), Optional.of(jar), folder));
    assertEquals(Optional.empty(), Samples.folder(none, Optional.empty(), folder));
  }
}
