;; Tail calls: to others, to itself, through a table, from a block, and a call that ends in one.
(module
  (type $t (func (param i64 i64) (result i64)))
  (table funcref (elem $sum $finish))
  (func $sum (param i64 i64) (result i64)
    (if (result i64) (i64.eqz (local.get 0))
      (then (return_call $finish (local.get 0) (local.get 1)))
      (else
        (return_call $sum
          (i64.sub (local.get 0) (i64.const 1))
          (i64.add (local.get 0) (local.get 1))))))
  (func $finish (param i64 i64) (result i64) (local.get 1))
  (func $indirect (param i64 i64) (result i64)
    (block
      (br_if 0 (i64.eqz (local.get 0)))
      (return_call_indirect (type $t)
        (i64.const 3) (local.get 1) (i32.wrap_i64 (i64.and (local.get 0) (i64.const 1)))))
    (i64.const 8))
  (func (export "_start")
    (drop (call $sum (i64.const 20) (i64.const 0)))
    (drop (call $indirect (i64.const 0) (i64.const 5)))
    (drop (call $indirect (i64.const 2) (i64.const 5)))
    (drop (call $indirect (i64.const 3) (i64.const 5)))))
