;; Calls through tables, of several types.
(module
  (type $binary (func (param i32 i32) (result i32)))
  (type $none (func))
  (table $t funcref (elem $add $sub $mul $nothing))
  (table $second 2 funcref)
  (elem (table $second) (i32.const 1) func $sub)
  (func $add (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1)))
  (func $sub (param i32 i32) (result i32) (i32.sub (local.get 0) (local.get 1)))
  (func $mul (param i32 i32) (result i32) (i32.mul (local.get 0) (local.get 1)))
  (func $nothing)
  (func (export "_start") (local $i i32) (local $x i32)
    (loop $next
      (local.set $x
        (call_indirect $t (type $binary)
          (local.get $i) (local.get $x) (i32.rem_u (local.get $i) (i32.const 3))))
      (call_indirect $t (type $none) (i32.const 3))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $i) (i32.const 10))))
    (drop (call_indirect $second (type $binary) (i32.const 9) (i32.const 4) (i32.const 1)))))
