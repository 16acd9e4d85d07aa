;; proc_exit as the target of a tail call, from a function that was itself called by a tail call.
(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $proc_exit (param i32)))
  (memory (export "memory") 1)
  (func $leave (param i32) (return_call $proc_exit (local.get 0)))
  (func (export "_start") (return_call $leave (i32.const 42))))
