;; A start function behind globals and tables that wasmtime's startup function fills in.
(module
  (global $a i32 (i32.const 3))
  (global $b i32 (i32.add (i32.const 4) (i32.mul (i32.const 2) (i32.const 5))))
  (global $f funcref (ref.func $begin))
  (table 12 funcref (ref.null func))
  (elem (offset (i32.add (i32.const 1) (i32.const 2))) $begin $begin)
  (elem (i32.const 0) $begin)
  (elem func $begin)
  (start $begin)
  (func $begin (drop (global.get $b)))
  (func (export "_start")))
