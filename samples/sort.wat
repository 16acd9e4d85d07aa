;; about: Sorts a million random integers and checks the result.
;; group: Basics 4
;; fuel: 1G
;; expect stdout: sorted, checksum 3643918346\n
;; expect exit: 0

(module
  (import "wasi_snapshot_preview1" "fd_write"
    (func $fd_write (param i32 i32 i32 i32) (result i32)))

  ;; 62 pages hold a million integers of four bytes, from address 1024 on.
  (memory (export "memory") 62)
  (data (i32.const 16) "sorted, checksum ")
  (data (i32.const 48) "not sorted\n")
  (global $first i32 (i32.const 1024))
  (global $last i32 (i32.const 4001020))

  (func $main (export "_start")
    (call $fill)
    (call $sort (global.get $first) (global.get $last))
    (if (call $is_sorted)
      (then
        (call $print (i32.const 16) (i32.const 17))
        (call $print_number (call $checksum)))
      (else (call $print (i32.const 48) (i32.const 11)))))

  ;; Fills the list with pseudo-random numbers: Marsaglia's xorshift, always the same ones.
  (func $fill
    (local $place i32) (local $x i32)
    (local.set $place (global.get $first))
    (local.set $x (i32.const 2463534242))
    (loop $next
      (local.set $x (i32.xor (local.get $x) (i32.shl (local.get $x) (i32.const 13))))
      (local.set $x (i32.xor (local.get $x) (i32.shr_u (local.get $x) (i32.const 17))))
      (local.set $x (i32.xor (local.get $x) (i32.shl (local.get $x) (i32.const 5))))
      (i32.store (local.get $place) (local.get $x))
      (local.set $place (i32.add (local.get $place) (i32.const 4)))
      (br_if $next (i32.le_u (local.get $place) (global.get $last)))))

  ;; Hoare's quicksort, of the integers from one address to another, both included. Sorts the
  ;; smaller part by calling itself and goes on with the larger, so the stack stays flat.
  (func $sort (param $low i32) (param $high i32)
    (local $left i32) (local $right i32) (local $pivot i32) (local $a i32) (local $b i32)
    (loop $part
      (if (i32.lt_u (local.get $low) (local.get $high))
        (then
          (local.set $left (local.get $low))
          (local.set $right (local.get $high))
          ;; The middle one, at an address that four divides.
          (local.set $pivot
            (i32.load
              (i32.and
                (i32.shr_u (i32.add (local.get $low) (local.get $high)) (i32.const 1))
                (i32.const -4))))
          (block $crossed
            (loop $swap
              (loop $up
                (if (i32.lt_s (local.tee $a (i32.load (local.get $left))) (local.get $pivot))
                  (then
                    (local.set $left (i32.add (local.get $left) (i32.const 4)))
                    (br $up))))
              (loop $down
                (if (i32.gt_s (local.tee $b (i32.load (local.get $right))) (local.get $pivot))
                  (then
                    (local.set $right (i32.sub (local.get $right) (i32.const 4)))
                    (br $down))))
              (br_if $crossed (i32.gt_u (local.get $left) (local.get $right)))
              (i32.store (local.get $left) (local.get $b))
              (i32.store (local.get $right) (local.get $a))
              (local.set $left (i32.add (local.get $left) (i32.const 4)))
              (local.set $right (i32.sub (local.get $right) (i32.const 4)))
              (br_if $swap (i32.le_u (local.get $left) (local.get $right)))))
          (if (i32.lt_s
                (i32.sub (local.get $right) (local.get $low))
                (i32.sub (local.get $high) (local.get $left)))
            (then
              (call $sort (local.get $low) (local.get $right))
              (local.set $low (local.get $left)))
            (else
              (call $sort (local.get $left) (local.get $high))
              (local.set $high (local.get $right))))
          (br $part)))))

  (func $is_sorted (result i32)
    (local $place i32)
    (local.set $place (global.get $first))
    (loop $next
      (if (i32.gt_s
            (i32.load (local.get $place))
            (i32.load offset=4 (local.get $place)))
        (then (return (i32.const 0))))
      (local.set $place (i32.add (local.get $place) (i32.const 4)))
      (br_if $next (i32.lt_u (local.get $place) (global.get $last))))
    (i32.const 1))

  ;; Depends on every integer and on its place.
  (func $checksum (result i32)
    (local $place i32) (local $sum i32)
    (local.set $place (global.get $first))
    (loop $next
      (local.set $sum
        (i32.add
          (i32.mul (local.get $sum) (i32.const 31))
          (i32.load (local.get $place))))
      (local.set $place (i32.add (local.get $place) (i32.const 4)))
      (br_if $next (i32.le_u (local.get $place) (global.get $last))))
    (local.get $sum))

  ;; Writes the digits from the right to the left, before a newline at address 127.
  (func $print_number (param $number i32)
    (local $place i32)
    (i32.store8 (i32.const 127) (i32.const 10))
    (local.set $place (i32.const 127))
    (loop $next
      (local.set $place (i32.sub (local.get $place) (i32.const 1)))
      (i32.store8
        (local.get $place)
        (i32.add (i32.const 48) (i32.rem_u (local.get $number) (i32.const 10))))
      (local.set $number (i32.div_u (local.get $number) (i32.const 10)))
      (br_if $next (local.get $number)))
    (call $print (local.get $place) (i32.sub (i32.const 128) (local.get $place))))

  (func $print (param $address i32) (param $length i32)
    (i32.store (i32.const 0) (local.get $address))
    (i32.store (i32.const 4) (local.get $length))
    (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))))
