;; about: Prints sixteen random bytes; the same ones for the same seed.
;; group: WASI 8
;; expect stdout matches: [0-9a-f]{32}\n
;; expect exit: 0

(module
  (import "wasi_snapshot_preview1" "random_get"
    (func $random_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_write"
    (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "proc_exit"
    (func $proc_exit (param i32)))

  (memory (export "memory") 1)

  ;; Addresses: 0 one buffer (32 digits and a newline at 64), 8 a count, 16 the digits there are,
  ;; 32 the sixteen bytes, 64 the text.
  (data (i32.const 0) "\40\00\00\00\21\00\00\00")
  (data (i32.const 16) "0123456789abcdef")
  (data (i32.const 96) "\n")

  (func $main (export "_start")
    (local $i i32) (local $byte i32) (local $errno i32)
    (local.set $errno (call $random_get (i32.const 32) (i32.const 16)))
    (if (local.get $errno)
      (then (call $proc_exit (local.get $errno))))

    (loop $next
      (local.set $byte (i32.load8_u offset=32 (local.get $i)))
      ;; Two digits a byte: the upper four bits, then the lower four.
      (i32.store8 offset=64
        (i32.shl (local.get $i) (i32.const 1))
        (i32.load8_u offset=16 (i32.shr_u (local.get $byte) (i32.const 4))))
      (i32.store8 offset=65
        (i32.shl (local.get $i) (i32.const 1))
        (i32.load8_u offset=16 (i32.and (local.get $byte) (i32.const 15))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $i) (i32.const 16))))

    (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))))
