;; Data segments whose places are computed: all of them are then copied at run time.
(module
  (memory 1)
  (global $at i32 (i32.const 400))
  (data (i32.const 0) "glass")
  (data (global.get $at) "sand")
  (data (offset (i32.sub (i32.const 900) (i32.const 1))) "time")
  (data "passive")
  (data (i32.const 9) "")
  (func (export "_start")
    (drop (i32.load8_u (global.get $at)))))
