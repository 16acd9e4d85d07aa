package sandglass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import sandglass.capsule.CapsuleOpener;
import sandglass.capsule.CapsuleReader;
import sandglass.capsule.ExpectedReport;
import sandglass.interpreter.Catalog;
import sandglass.interpreter.Interpreter;
import sandglass.interpreter.InterpreterException;
import sandglass.interpreter.Interpreters;
import sandglass.playground.samples.Sample;
import sandglass.playground.samples.SampleSetup;
import sandglass.playground.samples.Samples;
import sandglass.program.Program;
import sandglass.program.ProgramException;
import sandglass.program.ProgramLoader;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.Report;
import sandglass.sandbox.Sandbox;
import sandglass.sandbox.Streams;
import sandglass.sandbox.World;
import sandglass.sandbox.wasi.Stdin;

/** Every sample does what its first comment says ({@link Sample} has the format). */
class SamplesTest {
  private static final Path FOLDER = Path.of("samples");

  /** Too much work for the interpreter of modules. */
  private static final Set<String> COMPILED_ONLY = Set.of("sort", "stdlib");

  private static final Sandbox SANDBOX = Sandbox.inMemory();

  @AfterAll
  static void closeSandbox() {
    SANDBOX.close();
  }

  @TestFactory
  Stream<DynamicTest> doesWhatItsCommentSays() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Sample sample : Samples.read(FOLDER)) {
      for (Engine engine : Engine.values()) {
        if (engine == Engine.COMPILED || !COMPILED_ONLY.contains(sample.name())) {
          String name = sample.name() + " " + engine.name().toLowerCase(Locale.ROOT);
          tests.add(DynamicTest.dynamicTest(name, () -> check(sample, engine)));
        }
      }
    }
    return tests.stream();
  }

  @Test
  void beginsWithOneSentenceAboutItself() {
    List<Sample> samples = Samples.read(FOLDER);
    assertFalse(samples.isEmpty());
    for (Sample sample : samples) {
      assertEquals("about", sample.lines().getFirst().key(), sample.file().toString());
      assertTrue(sample.lines().getFirst().value().endsWith("."), sample.file().toString());
      assertNotEquals(Sample.Group.MORE, sample.group(), sample.file().toString());
    }
  }

  @TestFactory
  Stream<DynamicTest> doesWhatItsCapsuleExpects() throws IOException {
    try (var files = Files.list(FOLDER.resolve("capsules"))) {
      List<Path> capsules = files.sorted().toList();
      assertFalse(capsules.isEmpty());
      return capsules.stream()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }
  }

  private static void check(Path capsule) throws Exception {
    var file = CapsuleReader.read(capsule.toString(), Files.readString(capsule));
    var opener = new CapsuleOpener(Interpreters.ofThisUser());
    var opened = opener.open(file, Optional.of(capsule.getParent()));
    Report report = SANDBOX.start(opened.capsule(), Streams.NONE).report().join();
    var expected = file.expected().orElseThrow();
    assertEquals(List.of(), ExpectedReport.compare(expected, report));
  }

  @Test
  void invokesFactorial() throws IOException, ProgramException {
    var entry = new Entry.Invoke("factorial", List.of("20"));
    Report report = run(Sample.read(FOLDER.resolve("factorial.wat")), entry);
    assertEquals(List.of("i64:2432902008176640000"), report.results());
  }

  private static Report run(Sample sample, Entry entry) throws ProgramException {
    return run(sample, entry, Engine.COMPILED);
  }

  private static Report run(Sample sample, Entry entry, Engine engine) throws ProgramException {
    SampleSetup setup = SampleSetup.of(sample);
    List<String> args = new ArrayList<>(List.of(sample.name()));
    args.addAll(setup.args());
    String stdin = sample.text("typed").or(setup::stdin).orElse("");
    var limits = setup.limits();
    var world =
        World.EMPTY
            .withArgs(args)
            .withEnv(setup.env())
            .withStdin(Stdin.of(stdin))
            .withFolders(setup.folders());
    if (sample.one("interpreter").isPresent()) {
      return interpreted(sample, setup, world, engine);
    }
    Program program = ProgramLoader.load(sample.program(), limits.moduleBytes());
    var capsule = new Capsule(program.name(), program.wasm(), entry, limits, world, engine);
    return SANDBOX.start(capsule, Streams.NONE).report().join();
  }

  /** By an interpreter, where that has been fetched; the limits are an interpreter's. */
  private static Report interpreted(Sample sample, SampleSetup setup, World world, Engine engine) {
    var interpreters = Interpreters.ofThisUser();
    var entry = Catalog.find(sample.one("interpreter").orElseThrow()).orElseThrow();
    assumeTrue(interpreters.isThere(entry), entry.label() + " is not there");
    try {
      var interpreter = interpreters.load(entry.id(), Interpreter.LIMITS.moduleBytes());
      var job =
          new Interpreter.Job(
              sample.file().getFileName().toString(),
              Files.readString(sample.file()),
              setup.args(),
              List.of());
      var capsule = interpreter.capsule(job, world, Interpreter.LIMITS, engine);
      return SANDBOX.start(capsule, Streams.NONE).report().join();
    } catch (InterpreterException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void check(Sample sample, Engine engine)
      throws ProgramException, NoSuchAlgorithmException {
    Report report = run(sample, Entry.START, engine);
    assertEquals(expectedOutcome(sample), describe(report.outcome()));
    String stdout = report.stdout().text();
    var digest = sample.one("expect stdout sha256");
    var pattern = sample.one("expect stdout matches");
    if (digest.isPresent()) {
      byte[] actual = MessageDigest.getInstance("SHA-256").digest(report.stdout().bytes());
      assertEquals(digest.get(), HexFormat.of().formatHex(actual), stdout);
    } else if (pattern.isPresent()) {
      assertTrue(stdout.matches(pattern.get()), stdout);
    } else {
      assertEquals(sample.text("expect stdout").orElse(""), stdout);
    }
    assertEquals(
        sample.text("expect stderr").orElse(""),
        new String(report.stderr().bytes(), StandardCharsets.UTF_8));
    assertEquals(
        sample.all("expect file"),
        report.files().stream()
            .map(f -> f.path() + " " + f.change().name().toLowerCase(Locale.ROOT) + " " + f.bytes())
            .toList());
  }

  private static String expectedOutcome(Sample sample) {
    return sample
        .one("expect exit")
        .map(code -> "exited " + code)
        .or(() -> sample.one("expect outcome"))
        .orElseThrow(() -> new AssertionError(sample.file() + " expects no outcome"));
  }

  private static String describe(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Exited(int code) -> "exited " + code;
      case Outcome.Trapped(String reason, var backtrace) -> "trapped " + reason;
      default -> outcome.kind();
    };
  }
}
