;; try_table, throw and throw_ref inside one function, where nothing is forgotten.
(module
  (tag $e (param i32))
  (tag $other)
  (func (export "_start") (local $i i32) (local $x i32)
    (loop $next
      (local.set $x
        (block $caught (result i32)
          (block $any
            (try_table (catch $e $caught) (catch_all $any)
              (if (i32.and (local.get $i) (i32.const 1)) (then (throw $e (local.get $i))))
              (if (i32.and (local.get $i) (i32.const 2)) (then (throw $other)))
              (local.set $x (i32.const 9))))
          (i32.const 5)))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $i) (i32.const 8))))
    (block $again (result exnref)
      (try_table (catch_all_ref $again)
        (block $first (result i32 exnref)
          (try_table (catch_ref $e $first) (throw $e (i32.const 3)))
          (unreachable))
        (throw_ref))
      (unreachable))
    (drop)))
