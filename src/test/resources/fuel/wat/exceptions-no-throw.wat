;; Handlers that nothing reaches: calls inside and outside, loops, branches out of the try.
(module
  (tag $e)
  (func $work (param i32) (result i32)
    (if (i32.gt_u (local.get 0) (i32.const 100)) (then (throw $e)))
    (i32.mul (local.get 0) (i32.const 3)))
  (func $careful (param i32) (result i32)
    (block $failed
      (try_table (catch $e $failed)
        (loop $again
          (local.set 0 (i32.sub (call $work (local.get 0)) (i32.const 7)))
          (br_if $again (i32.lt_u (local.get 0) (i32.const 20))))
        (return (local.get 0))))
    (i32.const -1))
  (func (export "_start")
    (drop (call $careful (i32.const 4)))
    (drop (call $work (i32.const 1)))))
