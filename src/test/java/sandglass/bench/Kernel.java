package sandglass.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.Report;
import sandglass.sandbox.Sandbox;
import sandglass.sandbox.Streams;
import sandglass.sandbox.World;

/**
 * A C program that computes for some milliseconds and prints one line or a few.
 *
 * @param name its name
 * @param module its binary
 * @param stdout what it must print
 */
@SuppressWarnings("ArrayRecordComponent") // read only
record Kernel(String name, byte[] module, String stdout) {
  private static final Path FOLDER = Path.of("src/test/resources/bench");

  /** Far more than any kernel needs. */
  private static final Limits LIMITS =
      Limits.DEFAULT.withFuel(Limits.MAX_FUEL).withTimeout(Duration.ofMinutes(10));

  static Kernel load(String name) {
    try {
      byte[] module = Files.readAllBytes(FOLDER.resolve(name + ".wasm"));
      return new Kernel(name, module, Files.readString(FOLDER.resolve(name + ".txt")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs it once; it must print what it should. */
  Report run(Sandbox sandbox) {
    var capsule = new Capsule(name, module, Entry.START, LIMITS, World.EMPTY, Engine.COMPILED);
    Report report = sandbox.start(capsule, Streams.NONE).report().join();
    if (!report.outcome().equals(new Outcome.Exited(0)) || !report.stdout().text().equals(stdout)) {
      throw new IllegalStateException(
          name + ": " + report.outcome().message() + ", " + report.stdout().text());
    }
    return report;
  }
}
