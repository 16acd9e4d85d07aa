;; if with and without else, taken and not, with values, nested, with branches out of both arms.
(module
  (func $one (param i32) (result i32) (local i32)
    (if (local.get 0) (then (local.set 1 (i32.const 7))))
    (if (i32.eqz (local.get 0)) (then) (else (local.set 1 (i32.add (local.get 1) (i32.const 1)))))
    (if (i32.gt_u (local.get 0) (i32.const 2))
      (then
        (if (i32.gt_u (local.get 0) (i32.const 4))
          (then (return (local.get 1)))
          (else (local.set 1 (i32.const 9)))))
      (else
        (block $out
          (if (local.get 0) (then (br $out)) (else nop (br 1)))
          (local.set 1 (i32.const 3)))))
    (if (result i32) (local.get 1)
      (then (i32.mul (local.get 1) (local.get 1)))
      (else (i32.const -1))))
  (func $both_leave (param i32) (result i32)
    (if (local.get 0)
      (then (return (i32.const 1)))
      (else (return (i32.const 2))))
    (unreachable))
  (func $empty (param i32)
    (if (local.get 0) (then))
    (if (local.get 0) (then) (else)))
  (func (export "_start") (local $i i32)
    (loop $next
      (drop (call $one (local.get $i)))
      (drop (call $both_leave (local.get $i)))
      (call $empty (local.get $i))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $i) (i32.const 6))))))
