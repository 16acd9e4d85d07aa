;; about: Prints numbered lines without end, until its output is cut off.
;; group: Limits 4
;; output: 1MiB
;; expect stdout sha256: 644352c7234af3280a1c8ed0c9cd91ffec83cdde1829370d8fd8bb5c35b3f28c
;; expect outcome: output_limit

(module
  (import "wasi_snapshot_preview1" "fd_write"
    (func $fd_write (param i32 i32 i32 i32) (result i32)))

  (memory (export "memory") 1)

  ;; Addresses: 0 one buffer, 8 a count, 16 the line, whose digits are at 21 to 28.
  (data (i32.const 0) "\10\00\00\00\0e\00\00\00")
  (data (i32.const 16) "line 00000000\n")

  (func $main (export "_start")
    (loop $again
      (call $count)
      (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))
      (br $again)))

  ;; Adds one to the digits, from the right: a nine becomes zero and carries over.
  (func $count
    (local $place i32)
    (local.set $place (i32.const 28))
    (loop $carry
      (if (i32.eq (i32.load8_u (local.get $place)) (i32.const 57))
        (then
          (i32.store8 (local.get $place) (i32.const 48))
          (local.set $place (i32.sub (local.get $place) (i32.const 1)))
          (br_if $carry (i32.ge_u (local.get $place) (i32.const 21))))
        (else
          (i32.store8
            (local.get $place)
            (i32.add (i32.load8_u (local.get $place)) (i32.const 1))))))))
