;; A tail call from a function that has caught an exception of its own.
(module
  (tag $e)
  (func $last (result i32) (i32.const 7))
  (func $middle (result i32)
    (block $caught
      (try_table (catch $e $caught) (throw $e)))
    (return_call $last))
  (func $first (result i32) (i32.add (call $middle) (i32.const 1)))
  (func (export "_start") (drop (call $first))))
