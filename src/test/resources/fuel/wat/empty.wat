;; Functions that cost nothing but their entry, and imports that nobody calls.
(module
  (import "wasi_snapshot_preview1" "fd_write" (func (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "random_get" (func (param i32 i32) (result i32)))
  (memory (export "memory") 1)
  (func $nothing)
  (func $nops nop nop (block (block)) (loop) nop)
  (func $returns (return))
  (func (export "_start") (call $nothing) (call $nops) (call $returns)))
