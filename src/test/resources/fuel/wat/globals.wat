;; Mutable globals of all number types, and constant expressions.
(module
  (global $a (mut i32) (i32.const 1))
  (global $b (mut i64) (i64.const 2))
  (global $c (mut f32) (f32.const 3))
  (global $d (mut f64) (f64.const 4))
  (global $e i64 (i64.mul (i64.const 6) (i64.sub (i64.const 9) (i64.const 2))))
  (func (export "_start")
    (global.set $a (i32.add (global.get $a) (i32.const 1)))
    (global.set $b (i64.add (global.get $b) (global.get $e)))
    (global.set $c (f32.sqrt (global.get $c)))
    (global.set $d (f64.promote_f32 (global.get $c)))))
