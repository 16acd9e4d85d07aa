;; about: Traps because a quotient is one too large for its type.
;; group: Traps 3
;; expect outcome: trapped integer overflow

(module
  (func $main (export "_start")
    ;; The smallest i32 is -2147483648, the largest 2147483647: there is no +2147483648.
    (drop (call $divide (i32.const -2147483648) (i32.const -1))))

  (func $divide (param $a i32) (param $b i32) (result i32)
    (i32.div_s (local.get $a) (local.get $b))))
