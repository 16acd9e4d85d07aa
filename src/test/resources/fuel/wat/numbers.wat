;; Number instructions of every group, and a fallible division that does not fail.
(module
  (func $i (param i32 i64) (result i64)
    (i64.extend_i32_s
      (i32.rotl
        (i32.xor (i32.popcnt (local.get 0)) (i32.clz (i32.extend8_s (local.get 0))))
        (i32.wrap_i64 (i64.div_s (local.get 1) (i64.const 3)))))
    (i64.rem_u (local.get 1) (i64.const 10))
    (i64.shl (i64.const 3))
    (i64.or))
  (func $f (param f64) (result f64)
    (f64.copysign
      (f64.max (f64.sqrt (f64.abs (local.get 0))) (f64.nearest (local.get 0)))
      (f64.convert_i32_u (i32.trunc_sat_f64_u (f64.mul (local.get 0) (f64.const 1e20))))))
  (func $c (param f32) (result i32)
    (i32.trunc_f32_s (f32.add (local.get 0) (f32.reinterpret_i32 (i32.const 0x40490fdb)))))
  (func (export "_start") (local $i i32)
    (loop $next
      (drop (call $i (local.get $i) (i64.const -1234567)))
      (drop (call $f (f64.convert_i32_s (local.get $i))))
      (drop (call $c (f32.const 2.5)))
      (local.set $i (i32.add (local.get $i) (i32.const 100)))
      (br_if $next (i32.lt_u (local.get $i) (i32.const 500))))))
