;; A tail call while an operand waits: it must not come between the caller's operand and the result.
(module
  (func $last (param i32) (result i32) (local.get 0))
  (func $middle (result i32)
    (i32.add
      (i32.const 1000)
      (block (result i32)
        (return_call $last (i32.const 3)))))
  (func (export "_start")
    (if (i32.eq (i32.add (i32.const 4) (call $middle)) (i32.const 7))
      (then (drop (i32.const 1)) (drop (i32.const 2))))))
