;; A tail call from a function that has called another which ended by a tail call.
(module
  (func $last (result i32) (i32.const 7))
  (func $middle (result i32) (return_call $last))
  (func $first (result i32)
    (drop (call $middle))
    (return_call $last))
  (func (export "_start") (drop (call $first))))
