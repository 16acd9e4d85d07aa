;; about: Traps because it divides an integer by zero.
;; group: Traps 2
;; expect outcome: trapped integer divide by zero

(module
  (func $main (export "_start")
    (drop (call $divide (i32.const 7) (i32.const 0))))

  ;; Only integers trap. A float divided by zero is infinity, or not a number.
  (func $divide (param $a i32) (param $b i32) (result i32)
    (i32.div_s (local.get $a) (local.get $b))))
