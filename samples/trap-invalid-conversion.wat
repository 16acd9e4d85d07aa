;; about: Traps because it turns a float that is not a number into an integer.
;; group: Traps 4
;; expect outcome: trapped invalid conversion to integer

(module
  (func $main (export "_start")
    (drop (call $truncate (f64.const nan))))

  ;; i32.trunc_sat_f64_s would answer 0 instead.
  (func $truncate (param $x f64) (result i32)
    (i32.trunc_f64_s (local.get $x))))
