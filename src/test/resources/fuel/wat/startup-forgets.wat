;; The same as start-with-globals with a data segment: what was pending before it is not charged.
(module
  (memory 1)
  (global $b i32 (i32.add (i32.const 4) (i32.mul (i32.const 2) (i32.const 5))))
  (global $f funcref (ref.func $begin))
  (data (i32.const 0) "glass")
  (start $begin)
  (func $begin (drop (global.get $b)))
  (func (export "_start")))
