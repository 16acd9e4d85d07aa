;; Tables with initialisers, and element segments after one that cannot be known before.
(module
  (global $at i32 (i32.const 4))
  (table $t 20 funcref (ref.func $f))
  (table $large 200 funcref (ref.null func))
  (elem (table $t) (i32.const 2) func $f $f)
  (elem (table $t) (global.get $at) func $f $f $f)
  (elem (table $t) (i32.const 2) func $f)
  (elem (table $large) (i32.const 7) funcref (ref.func $f) (ref.null func) (ref.func $f))
  (func $f)
  (func (export "_start")
    (call_indirect $t (i32.const 19))))
