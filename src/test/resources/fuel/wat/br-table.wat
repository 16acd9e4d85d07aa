;; br_table: dense, default, nested, out of a loop, with values, to the function's own label.
(module
  (func $dense (param i32) (result i32)
    (block $c (block $b (block $a
      (br_table $a $b $c $b (local.get 0)))
      (return (i32.const 10)))
      (return (i32.add (i32.const 20) (local.get 0))))
    (i32.const 30))
  (func $only_default (param i32) (result i32)
    (block $a (br_table $a (local.get 0)))
    (i32.const 1))
  (func $values (param i32) (result i32)
    (i32.add
      (i32.const 5)
      (block $outer (result i32)
        (i32.mul
          (i32.const 3)
          (block $inner (result i32)
            (i32.const 7)
            (local.get 0)
            (br_table $inner $outer $inner $outer))))))
  (func $to_function (param i32) (result i32)
    (block $a (result i32)
      (i32.const 99)
      (local.get 0)
      (br_table $a 1 $a 1))
    (i32.const 1)
    (i32.add))
  (func $in_loop (param $n i32) (result i32) (local $sum i32)
    (block $out
      (loop $again
        (local.set $sum (i32.add (local.get $sum) (local.get $n)))
        (block $big
          (block $small
            (br_table $out $small $small $big $small $big (local.get $n)))
          (local.set $n (i32.sub (local.get $n) (i32.const 1)))
          (br $again))
        (local.set $n (i32.div_u (local.get $n) (i32.const 2)))
        (br $again)))
    (local.get $sum))
  (func $loop_head (param $n i32) (result i32)
    (loop $again
      (local.set $n (i32.add (local.get $n) (i32.const 1)))
      (block $stop
        (br_table $again $again $again $stop (local.get $n))))
    (local.get $n))
  (func (export "_start") (local $i i32)
    (loop $next
      (drop (call $dense (local.get $i)))
      (drop (call $only_default (local.get $i)))
      (drop (call $values (local.get $i)))
      (drop (call $to_function (local.get $i)))
      (drop (call $in_loop (i32.mul (local.get $i) (i32.const 9))))
      (drop (call $loop_head (i32.const 0)))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $i) (i32.const 7))))))
