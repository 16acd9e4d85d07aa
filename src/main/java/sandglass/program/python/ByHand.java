package sandglass.program.python;

import java.util.Set;

/**
 * The part of the runtime that is written by hand: what keeps the value stack and the pending error
 * in WebAssembly globals, where C cannot. See {@code runtime.h}.
 */
final class ByHand {
  /** The globals, before any function. */
  static final String GLOBALS =
      """
        (global $py.error (mut i32) (i32.const 0)) ;; whether an error is pending
        (global $py.sp (mut i32) (i32.const 0)) ;; the value stack's next free place; it grows up
        (global $py.sp_limit (mut i32) (i32.const 0)) ;; frames do not reach beyond
        (global $py.depth (mut i32) (i32.const 0)) ;; how many frames there are
      """;

  /** How many globals these are. */
  static final int GLOBAL_COUNT = 4;

  /** The functions, among those of the runtime. */
  static final String FUNCTIONS =
      """
        (func $py.failed (result i32)
          (global.get $py.error))
        (func $py.set_failed (param $on i32)
          (global.set $py.error (local.get $on)))
        (func $py.sp (result i32)
          (global.get $py.sp))
        (func $py.set_sp (param $at i32)
          (global.set $py.sp (local.get $at)))
        (func $py.depth (result i32)
          (global.get $py.depth))
        ;; Of the stack's 64 Ki values a fourth is for temporaries above the last frame.
        (func $py.begin
          (global.set $py.sp (call $py.stack))
          (global.set $py.sp_limit (i32.add (global.get $py.sp) (i32.const 393216))))
        ;; A frame for that many variables, cleared; 0 if an error is pending, which may be that there
        ;; are too many frames.
        (func $py.enter (param $slots i32) (result i32)
          (local $at i32) (local $end i32)
          (local.set $at (global.get $py.sp))
          (local.set $end (i32.add (local.get $at) (i32.shl (local.get $slots) (i32.const 3))))
          (if
            (i32.or
              (global.get $py.error)
              (i32.or
                (i32.ge_u (global.get $py.depth) (i32.const 1000))
                (i32.gt_u (local.get $end) (global.get $py.sp_limit))))
            (then (return (call $py.enter_failed))))
          (global.set $py.depth (i32.add (global.get $py.depth) (i32.const 1)))
          (global.set $py.sp (local.get $end))
          (block $cleared
            (loop $clear
              (br_if $cleared (i32.ge_u (local.get $at) (local.get $end)))
              (i64.store (local.get $at) (i64.const 0))
              (local.set $at (i32.add (local.get $at) (i32.const 8)))
              (br $clear)))
          (i32.sub (local.get $end) (i32.shl (local.get $slots) (i32.const 3))))
        (func $py.leave (param $frame i32)
          (global.set $py.sp (local.get $frame))
          (global.set $py.depth (i32.sub (global.get $py.depth) (i32.const 1))))
        ;; A frame that CPython has and this program has not, because it needs no variables.
        (func $py.deeper
          (if (i32.ge_u (global.get $py.depth) (i32.const 1000))
            (then (drop (call $py.enter_failed))))
          (global.set $py.depth (i32.add (global.get $py.depth) (i32.const 1))))
        (func $py.shallower
          (global.set $py.depth (i32.sub (global.get $py.depth) (i32.const 1))))
        (func $py.push (param $value i64)
          (i64.store (global.get $py.sp) (local.get $value))
          (global.set $py.sp (i32.add (global.get $py.sp) (i32.const 8))))
        ;; The i-th of the items that py.unpack pushed last: the first one is on top.
        (func $py.peek (param $i i32) (result i64)
          (i64.load
            (i32.sub
              (global.get $py.sp)
              (i32.shl (i32.add (local.get $i) (i32.const 1)) (i32.const 3)))))
        (func $py.drop (param $count i32)
          (global.set $py.sp
            (i32.sub (global.get $py.sp) (i32.shl (local.get $count) (i32.const 3)))))
        ;; Puts a value where the collector finds it while what follows is computed.
        (func $py.kept (param $frame i32) (param $offset i32) (param $value i64) (result i64)
          (i64.store (i32.add (local.get $frame) (local.get $offset)) (local.get $value))
          (local.get $value))
      """;

  /** What these functions and the written ones always need. */
  static final Set<String> NEEDS = Set.of("py.stack", "py.enter_failed");

  private static final Set<String> GIVE =
      Set.of("py.failed", "py.sp", "py.depth", "py.enter", "py.peek", "py.kept");

  private static final Set<String> GIVE_NOTHING =
      Set.of(
          "py.set_failed",
          "py.set_sp",
          "py.begin",
          "py.deeper",
          "py.shallower",
          "py.leave",
          "py.push",
          "py.drop");

  private ByHand() {}

  /** Whether a function is one of these. */
  static boolean has(String function) {
    return GIVE.contains(function) || GIVE_NOTHING.contains(function);
  }

  /** Whether one of these leaves a value. */
  static boolean gives(String function) {
    return GIVE.contains(function);
  }
}
