;; about: Copies stdin to stdout until the input ends.
;; group: WASI 2
;; stdin: first line\nsecond line, with Gr\u00fc\u00dfe\nno newline at the end
;; expect stdout: first line\nsecond line, with Gr\u00fc\u00dfe\nno newline at the end
;; expect exit: 0

(module
  (import "wasi_snapshot_preview1" "fd_read"
    (func $fd_read (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_write"
    (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "proc_exit"
    (func $proc_exit (param i32)))

  (memory (export "memory") 2)

  ;; Addresses: 0 one buffer (address, length), 8 a count, 65536 the bytes on their way.
  (global $buffer i32 (i32.const 65536))
  (global $buffer_size i32 (i32.const 65536))

  (func $main (export "_start")
    (local $length i32)
    (block $end_of_input
      (loop $next
        ;; Read as much as there is, at most a page.
        (i32.store (i32.const 0) (global.get $buffer))
        (i32.store (i32.const 4) (global.get $buffer_size))
        (call $fail_unless_zero
          (call $fd_read (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 8)))
        (local.set $length (i32.load (i32.const 8)))
        ;; Zero bytes and no error: the input is over.
        (br_if $end_of_input (i32.eqz (local.get $length)))
        (call $write_all (global.get $buffer) (local.get $length))
        (br $next))))

  ;; Writes it all. One fd_write may take less than it is given, so ask until nothing is left.
  (func $write_all (param $address i32) (param $length i32)
    (local $written i32)
    (loop $more
      (i32.store (i32.const 0) (local.get $address))
      (i32.store (i32.const 4) (local.get $length))
      (call $fail_unless_zero
        (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))
      (local.set $written (i32.load (i32.const 8)))
      (local.set $address (i32.add (local.get $address) (local.get $written)))
      (local.set $length (i32.sub (local.get $length) (local.get $written)))
      (br_if $more (local.get $length))))

  ;; Ends the program with the error number as its exit code.
  (func $fail_unless_zero (param $errno i32)
    (if (local.get $errno)
      (then (call $proc_exit (local.get $errno))))))
