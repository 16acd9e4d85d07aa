;; A tail call of a function to itself that has locals of its own, and a loop.
(module
  (func $down (param i32) (result i32) (local $i i32) (local $sum i32)
    (local.set $i (i32.const 3))
    (loop $again
      (local.set $sum (i32.add (local.get $sum) (local.get $i)))
      (local.set $i (i32.sub (local.get $i) (i32.const 1)))
      (br_if $again (local.get $i)))
    (if (i32.eqz (local.get 0)) (then (return (local.get $sum))))
    (return_call $down (i32.sub (local.get 0) (i32.const 1))))
  (func (export "_start") (drop (call $down (i32.const 10)))))
