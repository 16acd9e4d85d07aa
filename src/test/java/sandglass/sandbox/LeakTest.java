package sandglass.sandbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sandglass.sandbox.wasi.Folder;

/** What runs leave behind: nothing. */
class LeakTest {
  private static final long MIB = 1 << 20;

  @TempDir private Path folder;

  /** Fills memory, and ends in one way or another. */
  private List<Attack> guests() throws Exception {
    Files.write(folder.resolve("file"), new byte[300_000]);
    String memory = "(memory (export \"memory\") 64)";
    String fill = "(memory.fill (i32.const 0) (i32.const 1) (i32.const 4194304))";
    var world = World.EMPTY.withFolders(List.of(new Folder(folder, "/", true)));
    return List.of(
        Attack.by(memory, fill).with(world),
        Attack.by(memory, fill + " unreachable").with(world),
        Attack.by(memory, fill + "(loop (br 0))").with(Limits.DEFAULT.withFuel(4_300_000)),
        Attack.by("(import \"a\" \"b\" (func))", ""));
  }

  @Test
  void leavesNeitherMemoryNorThreadsAfter1000Runs() throws Exception {
    List<Attack> guests = guests();
    try (var sandbox = Sandbox.inMemory()) {
      run(sandbox, guests, 100);
      Set<Thread> threads = guestThreads();
      long before = usedHeap();
      run(sandbox, guests, 1000);
      long after = usedHeap();
      assertTrue(
          after - before < 8 * MIB, "grew from " + before / MIB + " to " + after / MIB + " MiB");
      Set<Thread> left = guestThreads();
      left.removeAll(threads);
      assertTrue(left.isEmpty(), "threads left: " + left);
    }
  }

  private static void run(Sandbox sandbox, List<Attack> guests, int times) {
    Attack deep = Attack.by("(func $f (call $f))", "(call $f)");
    for (int i = 0; i < times; i++) {
      Engine engine = i % 10 == 0 ? Engine.INTERPRETER : Engine.COMPILED;
      Attack attack = i % 25 == 7 ? deep : guests.get(i % guests.size()); // deep ones are slow
      Attack.await(sandbox.start(attack.capsule(engine), Streams.NONE));
    }
  }

  /** Who keeps a run keeps its report, not the guest's memory: 200 of them are 800 MiB. */
  @Test
  void keepsNoGuestMemoryInARunThatIsOver() throws Exception {
    Attack attack = guests().getFirst();
    List<Run> kept = new ArrayList<>();
    try (var sandbox = Sandbox.inMemory()) {
      Attack.await(sandbox.start(attack.capsule(Engine.COMPILED), Streams.NONE));
      long before = usedHeap();
      for (int i = 0; i < 200; i++) {
        Run run = sandbox.start(attack.capsule(Engine.COMPILED), Streams.NONE);
        Attack.await(run);
        kept.add(run);
      }
      awaitNoGuests();
      long grown = usedHeap() - before;
      assertTrue(grown < 40 * MIB, "grew by " + grown / MIB + " MiB");
      assertTrue(kept.stream().allMatch(run -> run.gauges().memoryBytes() == 4 * MIB));
    }
  }

  @Test
  void endsEveryThreadOfRunsThatWereStopped() throws Exception {
    Attack loop = Attack.by("", "(loop (br 0))").with(Limits.DEFAULT.withFuel(Attack.ENDLESS));
    try (var sandbox = Sandbox.inMemory()) {
      for (int i = 0; i < 50; i++) {
        Engine engine = i % 2 == 0 ? Engine.COMPILED : Engine.INTERPRETER;
        Run run = sandbox.start(loop.capsule(engine), Streams.NONE);
        Attack.cancel(run);
      }
      awaitNoGuests();
    }
  }

  private static void awaitNoGuests() throws InterruptedException {
    for (int i = 0; !guestThreads().isEmpty(); i++) {
      assertTrue(i < Attack.PATIENCE * 10, "threads left: " + guestThreads());
      Thread.sleep(100);
    }
  }

  private static Set<Thread> guestThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t.getName().equals("guest attack") || t.getName().equals("sandglass-stdin"))
        .collect(Collectors.toSet());
  }

  private static long usedHeap() throws InterruptedException {
    long used = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      System.gc();
      Thread.sleep(50);
      used = Math.min(used, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
    }
    return used;
  }
}
