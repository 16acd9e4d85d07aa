package sandglass.bench;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import sandglass.interpreter.Interpreter;
import sandglass.interpreter.Interpreters;
import sandglass.interpreter.Store;
import sandglass.interpreter.Workers;
import sandglass.sandbox.Capsule;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Outcome;
import sandglass.sandbox.Report;
import sandglass.sandbox.Sandbox;
import sandglass.sandbox.Streams;
import sandglass.sandbox.World;

/**
 * How long it takes from Run to the output of {@code print(1)}: in a new process with what an
 * earlier one compiled, in the same process, and by a worker that was started ahead. Arguments: the
 * module, and how often. The first call on a machine compiles the module, and that is not counted.
 */
public final class PythonStart {
  private final Sandbox sandbox;
  private final Capsule capsule;

  private PythonStart(Sandbox sandbox, Capsule capsule) {
    this.sandbox = sandbox;
    this.capsule = capsule;
  }

  /** Takes the time of the first byte. */
  private static final class Arrival extends OutputStream {
    private volatile long nanos;

    @Override
    public void write(int b) {
      if (nanos == 0) {
        nanos = System.nanoTime();
      }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      write(0);
    }
  }

  /** Measures and prints. */
  public static void main(String[] args) throws Exception {
    long begun = System.nanoTime();
    String file = args[0];
    int repeats = Integer.parseInt(args[1]);
    var interpreters = new Interpreters(new Store(Path.of(".")), _ -> null);
    Interpreter python = interpreters.load(file, Interpreter.LIMITS.moduleBytes());
    var job = new Interpreter.Job("main.py", "print(1)\n", List.of(), List.of());
    Capsule capsule = python.capsule(job, World.EMPTY, Interpreter.LIMITS, Engine.COMPILED);
    var work = Executors.newSingleThreadExecutor();
    try (Sandbox sandbox = Sandbox.create();
        var workers = new Workers(sandbox, Workers.Bounds.DEFAULT, work)) {
      var start = new PythonStart(sandbox, capsule);
      print("new process, from main", new double[] {start.cold(begun)});
      var same = new double[repeats];
      for (int i = 0; i < repeats; i++) {
        same[i] = start.cold(System.nanoTime());
      }
      print("same process", same);
      workers.warm(capsule);
      var ahead = new double[repeats];
      for (int i = 0; i < repeats; i++) {
        while (workers.status().waiting() == 0) {
          Thread.sleep(5);
        }
        ahead[i] = start.ahead(workers);
      }
      print("started ahead", ahead);
    } finally {
      work.shutdown();
    }
  }

  private double cold(long begun) {
    var arrival = new Arrival();
    Report report =
        sandbox
            .start(capsule, new Streams(arrival, OutputStream.nullOutputStream()))
            .report()
            .join();
    return millis(report, begun, arrival);
  }

  private double ahead(Workers workers) {
    var arrival = new Arrival();
    long begun = System.nanoTime();
    Report report =
        workers.run(capsule, new Streams(arrival, OutputStream.nullOutputStream())).report().join();
    if (!report.startup().orElseThrow().ahead()) {
      throw new IllegalStateException("the worker was not taken");
    }
    return millis(report, begun, arrival);
  }

  private static double millis(Report report, long begun, Arrival arrival) {
    if (!report.outcome().equals(new Outcome.Exited(0))) {
      throw new IllegalStateException(report.outcome().message());
    }
    return (arrival.nanos - begun) / 1e6;
  }

  private static void print(String what, double[] millis) {
    double first = millis[0];
    Arrays.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "%s: first %.0f ms, median %.0f ms, least %.0f ms of %d%n",
        what,
        first,
        millis[millis.length / 2],
        millis[0],
        millis.length);
  }
}
