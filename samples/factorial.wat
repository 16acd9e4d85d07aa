;; about: Prints all 2,568 digits of 1000!, and offers factorial(n) to be called.
;; group: Basics 3
;; expect stdout sha256: 0161aca5eff2c941f66b69e57ac24bfff76cd2e8209ec10de2216ede9d223121
;; expect exit: 0
;;
;; Try also: sandglass run --invoke factorial samples/factorial.wat 20

(module
  (import "wasi_snapshot_preview1" "fd_write"
    (func $fd_write (param i32 i32 i32 i32) (result i32)))

  (memory (export "memory") 1)

  ;; A large number is a list of digits to the base 1,000,000,000, four bytes each, lowest first.
  ;; 1000! has 286 of them. Addresses: 0 one buffer, 8 a count, 16 the newline, 1024 the number,
  ;; 8192 its text.
  (data (i32.const 16) "\n")
  (global $number i32 (i32.const 1024))
  (global $text i32 (i32.const 8192))
  (global $base i64 (i64.const 1_000_000_000))
  (global $length (mut i32) (i32.const 1))

  ;; n! for n up to 20; beyond, only its lowest 64 bits.
  (func $factorial (export "factorial") (param $n i32) (result i64)
    (if (result i64) (i32.lt_u (local.get $n) (i32.const 2))
      (then (i64.const 1))
      (else
        (i64.mul
          (i64.extend_i32_u (local.get $n))
          (call $factorial (i32.sub (local.get $n) (i32.const 1)))))))

  (func $main (export "_start")
    (local $n i32)
    (i32.store (global.get $number) (i32.const 1))
    (local.set $n (i32.const 2))
    (loop $next
      (call $multiply (i64.extend_i32_u (local.get $n)))
      (local.set $n (i32.add (local.get $n) (i32.const 1)))
      (br_if $next (i32.le_u (local.get $n) (i32.const 1000))))
    (call $print_number))

  ;; Multiplies the large number by a small one, digit by digit, as on paper.
  (func $multiply (param $factor i64)
    (local $place i32) (local $end i32) (local $carry i64)
    (local.set $place (global.get $number))
    (local.set $end
      (i32.add (global.get $number) (i32.shl (global.get $length) (i32.const 2))))
    (loop $next
      (local.set $carry
        (i64.add
          (local.get $carry)
          (i64.mul (i64.load32_u (local.get $place)) (local.get $factor))))
      (i64.store32 (local.get $place) (i64.rem_u (local.get $carry) (global.get $base)))
      (local.set $carry (i64.div_u (local.get $carry) (global.get $base)))
      (local.set $place (i32.add (local.get $place) (i32.const 4)))
      (br_if $next (i32.lt_u (local.get $place) (local.get $end))))
    ;; What is left over becomes a new highest digit.
    (if (i64.ne (local.get $carry) (i64.const 0))
      (then
        (i64.store32 (local.get $place) (local.get $carry))
        (global.set $length (i32.add (global.get $length) (i32.const 1))))))

  ;; Writes nine decimal digits for each digit of ours, then leaves out the zeros in front.
  (func $print_number
    (local $digit i32) (local $to i32) (local $from i32) (local $value i32) (local $i i32)
    (local.set $to (global.get $text))
    (local.set $digit (global.get $length))
    (loop $next_digit
      (local.set $digit (i32.sub (local.get $digit) (i32.const 1)))
      (local.set $value
        (i32.load
          (i32.add (global.get $number) (i32.shl (local.get $digit) (i32.const 2)))))
      (local.set $i (i32.const 9))
      (loop $next_decimal
        (local.set $i (i32.sub (local.get $i) (i32.const 1)))
        (i32.store8
          (i32.add (local.get $to) (local.get $i))
          (i32.add (i32.const 48) (i32.rem_u (local.get $value) (i32.const 10))))
        (local.set $value (i32.div_u (local.get $value) (i32.const 10)))
        (br_if $next_decimal (local.get $i)))
      (local.set $to (i32.add (local.get $to) (i32.const 9)))
      (br_if $next_digit (local.get $digit)))

    (local.set $from (global.get $text))
    (block $found
      (loop $skip
        (br_if $found (i32.ne (i32.load8_u (local.get $from)) (i32.const 48)))
        (local.set $from (i32.add (local.get $from) (i32.const 1)))
        (br $skip)))
    (call $print (local.get $from) (i32.sub (local.get $to) (local.get $from)))
    (call $print (i32.const 16) (i32.const 1)))

  (func $print (param $address i32) (param $length i32)
    (i32.store (i32.const 0) (local.get $address))
    (i32.store (i32.const 4) (local.get $length))
    (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))))
