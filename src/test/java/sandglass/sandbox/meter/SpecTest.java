package sandglass.sandbox.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.dylibso.chicory.wasm.Parser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The WebAssembly specification's own scripts, side by side on the module as it is, on the metered
 * one, and on that one split into tiny parts, in both engines: what passes unmetered passes metered
 * and split. The scripts for vector instructions, which the interpreter has from us, pass whole.
 */
class SpecTest {
  private static final SpecTally TALLY = new SpecTally();

  @TestFactory
  Stream<DynamicTest> behavesAsUnmetered() throws IOException {
    Path folder = SpecScripts.folder();
    if (!Files.isDirectory(folder)) {
      String message =
          "No spec scripts at %s; set -Dsandglass.spec or SANDGLASS_SPEC to their folder"
              .formatted(folder);
      if (Objects.equals(System.getenv("CI"), "true")) {
        fail(message);
      }
      // A test of its own, so that the report counts it as skipped.
      return Stream.of(dynamicTest("the spec's scripts", () -> Assumptions.abort(message)));
    }
    return SpecScripts.list(folder).stream()
        .map(wast -> dynamicTest(folder.relativize(wast).toString(), () -> check(wast)));
  }

  @AfterAll
  static void printTally() {
    TALLY.print();
  }

  private static void check(Path wast) throws IOException, InterruptedException {
    switch (Wast.read(wast)) {
      case Wast.Unreadable unreadable -> {
        TALLY.unreadable(unreadable);
        Assumptions.abort("wast2json cannot read it: " + unreadable.why());
      }
      case Wast.Script script -> check(script);
    }
  }

  private static void check(Wast.Script script) throws InterruptedException {
    Map<Side, List<SpecRunner.Verdict>> verdicts = new EnumMap<>(Side.class);
    boolean exhausts =
        script.commands().stream()
            .anyMatch(command -> command.get("type").asText().equals("assert_exhaustion"));
    long stack = exhausts ? SpecThread.SHALLOW : SpecThread.DEEP;
    for (Side side : Side.values()) {
      verdicts.put(side, SpecThread.call(stack, () -> new SpecRunner(script, side).run()));
    }
    TALLY.script(script, verdicts);
    List<String> worse = new ArrayList<>();
    compare(verdicts, Side.INTERPRETED, Side.INTERPRETED_METERED, worse);
    compare(verdicts, Side.COMPILED, Side.COMPILED_METERED, worse);
    compare(verdicts, Side.INTERPRETED_METERED, Side.INTERPRETED_SPLIT, worse);
    compare(verdicts, Side.COMPILED_METERED, Side.COMPILED_SPLIT, worse);
    if (script.name().startsWith("simd_")) {
      requireAll(verdicts, Side.INTERPRETED, worse);
      requireAll(verdicts, Side.INTERPRETED_METERED, worse);
    }
    checkModules(script, worse);
    assertTrue(worse.isEmpty(), () -> script.name() + ":\n" + String.join("\n", worse));
  }

  private static void compare(
      Map<Side, List<SpecRunner.Verdict>> verdicts, Side plain, Side metered, List<String> worse) {
    assertEquals(verdicts.get(plain).size(), verdicts.get(metered).size());
    for (int i = 0; i < verdicts.get(plain).size(); i++) {
      SpecRunner.Verdict before = verdicts.get(plain).get(i);
      SpecRunner.Verdict after = verdicts.get(metered).get(i);
      boolean failed = after.why() != null && isOurFailure(after.why());
      if (failed || (before.passed() && !after.passed())) {
        worse.add(
            "line %d %s, %s: %s".formatted(after.line(), after.command(), metered, after.why()));
      }
    }
  }

  private static boolean isOurFailure(String why) {
    return why.startsWith(MeterFailure.class.getName())
        || why.startsWith(SplitFailure.class.getName());
  }

  /** The vector instructions are ours, so that what an unmetered engine does is no excuse. */
  private static void requireAll(
      Map<Side, List<SpecRunner.Verdict>> verdicts, Side side, List<String> worse) {
    for (SpecRunner.Verdict verdict : verdicts.get(side)) {
      if (!verdict.passed()) {
        worse.add(
            "line %d %s, %s: %s".formatted(verdict.line(), verdict.command(), side, verdict.why()));
      }
    }
  }

  /** Every module that the parser accepts, whether or not it then runs. */
  private static void checkModules(Wast.Script script, List<String> worse) {
    for (JsonNode command : script.commands()) {
      if (!command.has("filename") || SpecRunner.isText(command)) {
        continue;
      }
      byte[] module = script.files().get(command.get("filename").asText());
      try {
        Parser.parse(module);
      } catch (RuntimeException rejected) {
        continue;
      }
      boolean valid = !command.get("type").asText().matches("assert_(invalid|malformed)");
      try {
        String problem = MeteredModuleCheck.problem(module);
        if (problem != null) {
          worse.add(
              "line %d, the metered module: %s".formatted(command.get("line").asInt(), problem));
        }
        TALLY.module();
      } catch (MeterFailure e) {
        worse.add("line %d: %s".formatted(command.get("line").asInt(), e.getMessage()));
      } catch (RuntimeException e) {
        // The meter may well be stricter than the engine, but only where the script is on its side.
        if (valid) {
          worse.add("line %d: %s".formatted(command.get("line").asInt(), e));
        }
      }
    }
  }
}
