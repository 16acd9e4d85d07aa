package sandglass.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sandglass.sandbox.meter.WasmBytes;

/** Guests that use up the Java heap, in a small Java process of their own. */
class HeapAttackTest {

  @ParameterizedTest
  @EnumSource(Engine.class)
  void endsAloneWhenTheHeapIsUsedUp(Engine engine) throws IOException, InterruptedException {
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                engine.name())
            .redirectErrorStream(true)
            .start();
    java.getOutputStream().close();
    String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(java.waitFor(Attack.PATIENCE, TimeUnit.SECONDS), said);
    assertEquals("all as it should be", said.strip());
  }

  /** The small process. */
  static final class Victim {
    private Victim() {}

    /**
     * Attacks the heap in several ways, while a good guest runs, and before another. The good one
     * is compiled: what allocates while the heap is full, as the interpreter does, fails as well.
     */
    public static void main(String[] args) throws InterruptedException {
      Engine engine = Engine.valueOf(args[0]);
      Limits endless =
          Limits.DEFAULT
              .withFuel(Attack.ENDLESS)
              .withMemoryBytes(4L << 30)
              .withTimeout(Duration.ofMinutes(10)); // a full heap is slow, more so beside others
      Run good =
          Attack.by("(memory 1)", "(loop (i32.store (i32.const 0) (i32.const 1)) (br 0))")
              .with(endless)
              .start(Engine.COMPILED);
      Attack.awaitRunning(good);
      for (Attack attack : new Attack[] {arrays(10_000), arrays(1_000_000), structs(), memory()}) {
        Report report = attack.with(endless).run(engine);
        Attack.assertEnds(Outcome.OutOfMemory.class, report, "Java heap", "256 MiB");
        assertEquals(Gauges.Phase.RUNNING, good.gauges().phase());
      }
      Attack.assertEnds(Outcome.Cancelled.class, Attack.cancel(good));
      Attack.assertEnds(Outcome.Exited.class, Attack.by("(memory 1000)", "(nop)").run(engine));
      System.out.println("all as it should be");
    }

    /** Arrays of i64 that are kept by the engine. */
    private static Attack arrays(int length) {
      var loop =
          new WasmBytes()
              .raw(0x03, 0x40, 0x41)
              .s(length)
              .raw(0xfb, 7, 1, 0x1a, 0x0c, 0, 0x0b); // array.new_default 1, drop, br
      return Attack.by(withType(new WasmBytes().raw(0x5e, 0x7e, 1), loop));
    }

    private static Attack structs() {
      var loop = new WasmBytes().raw(0x03, 0x40, 0xfb, 1, 1, 0x1a, 0x0c, 0, 0x0b);
      return Attack.by(withType(new WasmBytes().raw(0x5f, 1, 0x7e, 1), loop));
    }

    private static byte[] withType(WasmBytes type, WasmBytes code) {
      var body = new WasmBytes().u(0).append(code).raw(0x0b);
      return HostileModules.header()
          .append(HostileModules.section(1, s -> s.u(2).raw(0x60, 0, 0).append(type)))
          .append(HostileModules.section(3, s -> s.u(1).u(0)))
          .append(HostileModules.section(7, s -> s.u(1).name("_start").raw(0, 0)))
          .append(HostileModules.section(10, s -> s.u(1).sized(body)))
          .toByteArray();
    }

    /** Memory within its limit, but not within the heap. */
    private static Attack memory() {
      return Attack.by(
          "(memory 1)",
          "(loop (br_if 0 (i32.ne (memory.grow (i32.const 100)) (i32.const -1)))) unreachable");
    }
  }
}
