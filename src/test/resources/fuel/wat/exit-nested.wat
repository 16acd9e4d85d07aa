;; proc_exit(3) out of nested calls: everything up to it is charged, nothing behind it.
(module
  (import "wasi_snapshot_preview1" "proc_exit" (func $proc_exit (param i32)))
  (memory (export "memory") 1)
  (func $down (param i32)
    (if (i32.eqz (local.get 0)) (then (call $proc_exit (i32.const 3))))
    (call $down (i32.sub (local.get 0) (i32.const 1)))
    (drop (i32.const 1)))
  (func (export "_start")
    (drop (i32.const 5))
    (call $down (i32.const 6))))
