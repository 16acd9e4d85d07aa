;; array.init_elem, and array.copy between types and of lengths known only at run time.
(module
  (type $refs (array (mut funcref)))
  (type $halves (array (mut i16)))
  (elem $functions func $f $f $f)
  (func $f)
  (func (export "_start") (local $r (ref null $refs)) (local $h (ref null $halves)) (local $n i32)
    (local.set $r (array.new_default $refs (i32.const 6)))
    (array.init_elem $refs $functions (local.get $r) (i32.const 1) (i32.const 0) (i32.const 3))
    (array.copy $refs $refs (local.get $r) (i32.const 3) (local.get $r) (i32.const 0) (i32.const 3))
    (local.set $h (array.new $halves (i32.const 77) (i32.const 300)))
    (loop $next
      (array.copy $halves $halves (local.get $h) (i32.const 100) (local.get $h) (i32.const 0) (local.get $n))
      (local.set $n (i32.add (local.get $n) (i32.const 60)))
      (br_if $next (i32.le_u (local.get $n) (i32.const 200))))))
