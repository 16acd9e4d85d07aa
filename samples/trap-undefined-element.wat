;; about: Traps because it calls through a place that its table does not have.
;; group: Traps 7
;; expect outcome: trapped undefined element

(module
  (type $procedure (func))
  (table 2 funcref)
  (elem (i32.const 0) $nothing $nothing)
  (func $nothing)

  (func $main (export "_start")
    ;; The table has places 0 and 1.
    (call_indirect (type $procedure) (i32.const 2))))
