;; 128-bit vectors.
(module
  (memory 1)
  (data (i32.const 0) "\01\02\03\04\05\06\07\08\09\0a\0b\0c\0d\0e\0f\10")
  (func $sum (param i32) (result i32) (local $v v128)
    (loop $again
      (local.set $v (i32x4.add (local.get $v) (v128.load (i32.const 0))))
      (local.set $v (i8x16.shuffle 3 2 1 0 7 6 5 4 11 10 9 8 15 14 13 12 (local.get $v) (local.get $v)))
      (local.set 0 (i32.sub (local.get 0) (i32.const 1)))
      (br_if $again (local.get 0)))
    (v128.store (i32.const 32) (local.get $v))
    (i32.add (i32x4.extract_lane 0 (local.get $v)) (i32x4.extract_lane 3 (local.get $v))))
  (func (export "_start")
    (drop (call $sum (i32.const 20)))
    (drop (f64x2.mul (f64x2.splat (f64.const 2)) (v128.const f64x2 1 3)))
    (drop (i8x16.all_true (i16x8.eq (v128.load (i32.const 0)) (v128.load (i32.const 32)))))))
