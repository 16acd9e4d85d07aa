;; about: Traps because it calls through a place of its table that is empty.
;; group: Traps 8
;; expect outcome: trapped uninitialized element

(module
  (type $procedure (func))
  (table 2 funcref)
  (elem (i32.const 0) $nothing)
  (func $nothing)

  (func $main (export "_start")
    ;; Nobody put a function at place 1.
    (call_indirect (type $procedure) (i32.const 1))))
