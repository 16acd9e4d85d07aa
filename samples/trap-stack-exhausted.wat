;; about: Traps because a function calls itself without end.
;; group: Traps 6
;; expect outcome: trapped call stack exhausted

(module
  (func $main (export "_start")
    (drop (call $down (i64.const 0))))

  ;; The addition comes after the call, so each call must be remembered.
  (func $down (param $depth i64) (result i64)
    (i64.add
      (call $down (i64.add (local.get $depth) (i64.const 1)))
      (i64.const 1))))
