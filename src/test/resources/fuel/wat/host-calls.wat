;; Calls of host functions: each costs its call and no more, whatever the host does.
;; args: one two
;; env: A=1
;; stdin: some input
(module
  (import "wasi_snapshot_preview1" "fd_write" (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_read" (func $fd_read (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "args_sizes_get" (func $args (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "environ_sizes_get" (func $env (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "sched_yield" (func $yield (result i32)))
  (import "wasi_snapshot_preview1" "random_get" (func $random (param i32 i32) (result i32)))
  (memory (export "memory") 1)
  (data (i32.const 0) "\10\00\00\00\08\00\00\00")
  (table funcref (elem $yield))
  (func (export "_start")
    (drop (call $args (i32.const 100) (i32.const 104)))
    (drop (call $env (i32.const 108) (i32.const 112)))
    (drop (call $random (i32.const 1000) (i32.const 5000)))
    (drop (call $yield))
    (drop (call_indirect (result i32) (i32.const 0)))
    (drop (call $fd_read (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 8)))
    (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))
    ;; No such file descriptor.
    (drop (call $fd_write (i32.const 99) (i32.const 0) (i32.const 1) (i32.const 8)))))
