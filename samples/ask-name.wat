;; about: Asks for a name, waits until one is typed, and greets it.
;; group: WASI 3
;; typed: Ada\n
;; expect stdout: What is your name? Hello, Ada!\n
;; expect exit: 0

(module
  (import "wasi_snapshot_preview1" "fd_read"
    (func $fd_read (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_write"
    (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "proc_exit"
    (func $proc_exit (param i32)))

  (memory (export "memory") 1)

  ;; Addresses: 0 one buffer, 8 a count, 16 and on the texts, 1024 the name.
  (data (i32.const 16) "What is your name? ")
  (data (i32.const 48) "Hello, ")
  (data (i32.const 64) "!\n")
  (data (i32.const 80) "Nobody there.\n")
  (global $name i32 (i32.const 1024))
  (global $longest i32 (i32.const 200))

  (func $main (export "_start")
    (local $length i32)
    (call $print (i32.const 16) (i32.const 19))
    (local.set $length (call $read_line))
    (if (i32.eqz (local.get $length))
      (then
        (call $print (i32.const 80) (i32.const 14))
        (call $proc_exit (i32.const 1))))
    (call $print (i32.const 48) (i32.const 7))
    (call $print (global.get $name) (local.get $length))
    (call $print (i32.const 64) (i32.const 2)))

  ;; Reads up to the end of a line, byte by byte, and answers how many bytes it has.
  (func $read_line (result i32)
    (local $length i32)
    (block $done
      (loop $next
        (br_if $done (i32.eq (local.get $length) (global.get $longest)))
        (i32.store (i32.const 0) (i32.add (global.get $name) (local.get $length)))
        (i32.store (i32.const 4) (i32.const 1))
        (br_if $done (call $fd_read (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 8)))
        ;; Zero bytes and no error: the input is over.
        (br_if $done (i32.eqz (i32.load (i32.const 8))))
        ;; 10 ends the line.
        (br_if $done
          (i32.eq
            (i32.load8_u (i32.add (global.get $name) (local.get $length)))
            (i32.const 10)))
        (local.set $length (i32.add (local.get $length) (i32.const 1)))
        (br $next)))
    (local.get $length))

  (func $print (param $address i32) (param $length i32)
    (i32.store (i32.const 0) (local.get $address))
    (i32.store (i32.const 4) (local.get $length))
    (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))))
