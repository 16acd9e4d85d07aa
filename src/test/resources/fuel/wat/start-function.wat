;; A start function that runs before _start, and active segments before it.
(module
  (memory 1)
  (global $n (mut i32) (i32.const 5))
  (data (i32.const 10) "glass")
  (table 3 funcref)
  (elem (i32.const 0) $begin $begin)
  (start $begin)
  (func $begin
    (loop $again
      (global.set $n (i32.sub (global.get $n) (i32.const 1)))
      (br_if $again (global.get $n))))
  (func (export "_start")
    (drop (i32.load8_u (i32.const 11)))))
