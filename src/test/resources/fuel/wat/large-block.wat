;; A long straight line, blocks within blocks, and branches out of many levels at once.
(module
  (func $out (param i32) (result i32)
    (block (block (block (block (block (block
      (br_if 5 (i32.eq (local.get 0) (i32.const 0)))
      (br_if 3 (i32.eq (local.get 0) (i32.const 1)))
      (drop (i32.const 1))
      (br_if 0 (i32.eq (local.get 0) (i32.const 2)))
      (br 2))
      (drop (i32.const 2)) (drop (i32.const 2)))
      (drop (i32.const 3)))
      (drop (i32.const 4)) (drop (i32.const 4)) (drop (i32.const 4)))
      (drop (i32.const 5))))
    (local.get 0))
  (func (export "_start") (local i32)
    (loop
      (drop (call $out (local.get 0)))
      (br_if 0 (i32.lt_u (local.tee 0 (i32.add (local.get 0) (i32.const 1))) (i32.const 5))))))
