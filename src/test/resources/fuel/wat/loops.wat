;; Nested loops, loops never repeated, a loop left from inside another, a loop entered twice.
(module
  (func $nested (param i32) (result i32) (local $i i32) (local $j i32) (local $n i32)
    (loop $outer
      (local.set $j (i32.const 0))
      (loop $inner
        (local.set $n (i32.add (local.get $n) (i32.const 1)))
        (local.set $j (i32.add (local.get $j) (i32.const 1)))
        (br_if $inner (i32.lt_u (local.get $j) (local.get $i))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $outer (i32.lt_u (local.get $i) (local.get 0))))
    (local.get $n))
  (func $never (result i32) (loop (result i32) (i32.const 1)) (loop) (loop (loop (loop))))
  (func $skip (param i32) (result i32)
    (block $done
      (loop $a
        (loop $b
          (local.set 0 (i32.sub (local.get 0) (i32.const 3)))
          (br_if $done (i32.lt_s (local.get 0) (i32.const 0)))
          (br_if $a (i32.and (local.get 0) (i32.const 1)))
          (br $b))))
    (local.get 0))
  (func $no_branch_in_loop (param i32) (result i32)
    (local.get 0)
    (loop (param i32) (result i32) (i32.const 1) (i32.add))
    (block (param i32) (result i32) (i32.const 2) (i32.mul)))
  (func (export "_start")
    (drop (call $nested (i32.const 7)))
    (drop (call $never))
    (drop (call $skip (i32.const 50)))
    (drop (call $no_branch_in_loop (i32.const 3)))))
