package sandglass.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sandglass.sandbox.Outcome.Exited;
import sandglass.sandbox.Outcome.Rejected;
import sandglass.sandbox.Outcome.Trapped;
import sandglass.sandbox.meter.WasmBytes;
import sandglass.sandbox.wasi.Wasi;

/** Guests that call what they should not, or not like that. */
class GuestFailureTest {
  private static final String PROC_EXIT =
      "(import \"wasi_snapshot_preview1\" \"proc_exit\" (func $proc_exit (param i32)))";

  @ParameterizedTest
  @EnumSource(Engine.class)
  void exitsFromNestedCalls(Engine engine) {
    String declarations =
        PROC_EXIT
            + "(type $t (func (param i32))) (table 1 funcref) (elem (i32.const 0) $deep)"
            + "(func $deep (param i32) (if (i32.eqz (local.get 0))"
            + " (then (call $proc_exit (i32.const 42))))"
            + " (call_indirect (type $t) (i32.sub (local.get 0) (i32.const 1)) (i32.const 0))"
            + " unreachable)";
    Report report = Attack.by(declarations, "(call $deep (i32.const 1000))").run(engine);
    assertEquals(new Exited(42), report.outcome());
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void exitsFromTheStartSection(Engine engine) {
    String wat =
        "(module "
            + PROC_EXIT
            + " (func $f (call $proc_exit (i32.const 7))) (start $f)"
            + " (func (export \"_start\") unreachable))";
    assertEquals(new Exited(7), Attack.by(wat).run(engine).outcome());
  }

  /** Neither an exit nor used up fuel is an exception that a guest could catch. */
  @ParameterizedTest
  @EnumSource(Engine.class)
  void catchesNothingOfTheSandboxes(Engine engine) {
    byte[] exits = exitingInsideCatchAll(new WasmBytes().raw(0x41, 9, 0x10, 0));
    assertEquals(new Exited(9), Attack.by(exits).run(engine).outcome());
    byte[] loops = exitingInsideCatchAll(new WasmBytes().raw(0x03, 0x40, 0x0c, 0, 0x0b));
    Report report = Attack.by(loops).with(Limits.DEFAULT.withFuel(100_000)).run(engine);
    Attack.assertEnds(Outcome.OutOfFuel.class, report);
    byte[] traps = exitingInsideCatchAll(new WasmBytes().raw(0x41, 1, 0x41, 0, 0x6d, 0x1a));
    Attack.assertEnds(Trapped.class, Attack.by(traps).run(engine), "integer divide by zero");
  }

  /** Code in a catch_all in a loop without end, in a module that imports proc_exit. */
  private static byte[] exitingInsideCatchAll(WasmBytes code) {
    var body =
        new WasmBytes()
            .u(0)
            .raw(0x03, 0x40, 0x02, 0x40, 0x1f, 0x40, 1, 2, 0)
            .append(code)
            .raw(0x0b, 0x0b, 0x0c, 0, 0x0b, 0x0b);
    return HostileModules.header()
        .append(HostileModules.section(1, s -> s.u(2).raw(0x60, 0, 0, 0x60, 1, 0x7f, 0)))
        .append(
            HostileModules.section(
                2, s -> s.u(1).name("wasi_snapshot_preview1").name("proc_exit").raw(0, 1)))
        .append(HostileModules.section(3, s -> s.u(1).u(0)))
        .append(HostileModules.section(7, s -> s.u(1).name("_start").raw(0, 1)))
        .append(HostileModules.section(10, s -> s.u(1).sized(body)))
        .toByteArray();
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void saysThatAnExceptionWasNotCaught(Engine engine) {
    byte[] module =
        HostileModules.header()
            .append(HostileModules.section(1, s -> s.u(1).raw(0x60, 0, 0)))
            .append(HostileModules.section(3, s -> s.u(1).u(0)))
            .append(HostileModules.section(13, s -> s.u(1).raw(0, 0)))
            .append(HostileModules.section(7, s -> s.u(1).name("_start").raw(0, 0)))
            .append(HostileModules.section(10, s -> s.u(1).u(4).raw(0, 0x08, 0, 0x0b)))
            .toByteArray();
    Attack.assertEnds(Trapped.class, Attack.by(module).run(engine), "uncaught exception, tag 0");
  }

  /** Every function with every pointer at, before and beyond the end, and no memory at all. */
  @ParameterizedTest
  @EnumSource(Engine.class)
  void answersBadPointersWithAnErrno(Engine engine) {
    String names =
        "args_get environ_get clock_res_get clock_time_get fd_advise fd_allocate fd_close"
            + " fd_datasync fd_fdstat_get fd_fdstat_set_flags fd_fdstat_set_rights fd_filestat_get"
            + " fd_filestat_set_size fd_filestat_set_times fd_pread fd_prestat_get"
            + " fd_prestat_dir_name fd_pwrite fd_read fd_readdir fd_renumber fd_seek fd_sync"
            + " fd_tell fd_write path_create_directory path_filestat_get path_filestat_set_times"
            + " path_link path_open path_readlink path_remove_directory path_rename path_symlink"
            + " path_unlink_file poll_oneoff random_get sched_yield sock_accept sock_recv"
            + " sock_send sock_shutdown args_sizes_get environ_sizes_get";
    for (String memory : List.of("(memory (export \"memory\") 1)", "(memory 1)", "")) {
      for (String name : names.split(" ", -1)) {
        for (long value : new long[] {-1, 0x7fff_ffffL, 65_535}) {
          Report report = Attack.by(calling(name, memory, value), "").invoking("run").run(engine);
          assertFalse(report.outcome().message().contains("engine failure"), name);
          Attack.assertEnds(Outcome.class, report);
        }
      }
      if (engine == Engine.COMPILED) {
        return; // the host functions are the same
      }
    }
  }

  private static String calling(String name, String memory, long value) {
    var type = Wasi.signature("wasi_snapshot_preview1", name).orElseThrow();
    var params = new ArrayList<String>();
    var args = new ArrayList<String>();
    for (var param : type.params()) {
      String letter = param.name().toLowerCase(Locale.ROOT);
      params.add(letter);
      args.add("(" + letter + ".const " + (letter.equals("i32") ? (int) value : value) + ")");
    }
    return "(import \"wasi_snapshot_preview1\" \"%s\" (func $f (param %s) (result i32))) %s"
            .formatted(name, String.join(" ", params), memory)
        + " (func (export \"run\") (result i32) (call $f "
        + String.join(" ", args)
        + "))";
  }

  @Test
  void rejectsUnknownImportsByName() {
    String imports =
        "(import \"env\" \"launch\" (func)) (import \"wasi_unstable\" \"fd_write\" (func))"
            + " (import \"wasi_snapshot_preview1\" \"fd_close\" (func))"
            + " (import \"env\" \"memory\" (memory 1)) (import \"env\" \"g\" (global i32))";
    Attack.assertEnds(
        Rejected.class,
        Attack.by(imports, "").run(Engine.COMPILED),
        "env.launch",
        "wasi_unstable.fd_write",
        "fd_close with another type",
        "env.memory (a memory)",
        "env.g (a global)");
  }

  @Test
  void rejectsTheReservedExport() {
    for (String wat :
        List.of(
            "(global (export \"sandglass:fuel\") (mut i64) (i64.const 1))",
            "(func (export \"sandglass:fuel\"))",
            "(memory (export \"sandglass:fuel\") 1)")) {
      Report report = Attack.by(wat, "").run(Engine.COMPILED);
      Attack.assertEnds(Rejected.class, report, "sandglass:fuel", "reserved");
    }
  }

  /** The meter's global comes after the module's own; none of its code may name it. */
  @Test
  void rejectsAModuleThatReachesForItsFuel() {
    for (int index = 0; index < 3; index++) {
      var set = new WasmBytes().raw(0x42, 0, 0x24).u(index);
      var get = new WasmBytes().raw(0x23).u(index).raw(0x1a);
      for (WasmBytes code : List.of(set, get)) {
        Report report = Attack.by(HostileModules.start(code)).run(Engine.COMPILED);
        Attack.assertEnds(Rejected.class, report, "unknown global " + index);
      }
    }
    for (WasmBytes section :
        List.of(
            HostileModules.section(7, s -> s.u(1).name("g").raw(3, 0)),
            HostileModules.section(6, s -> s.u(1).raw(0x7e, 0, 0x23, 1, 0x0b)),
            HostileModules.section(6, s -> s.u(1).raw(0x7e, 0, 0x23, 0, 0x0b)))) {
      byte[] module = HostileModules.header().append(section).toByteArray();
      Report report = Attack.by(module).run(Engine.COMPILED);
      Attack.assertEnds(Rejected.class, report, "unknown global");
    }
  }

  @Test
  void doesNotListTheMetersExport() {
    Report report = Attack.by("(module (func (export \"f\")))").run(Engine.COMPILED);
    Attack.assertEnds(Rejected.class, report, "no _start", "f () -> ()");
    assertFalse(report.outcome().message().contains("sandglass:fuel"));
  }
}
