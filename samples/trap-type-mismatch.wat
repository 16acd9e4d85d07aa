;; about: Traps because the function in the table has another type than the call.
;; group: Traps 9
;; expect outcome: trapped indirect call type mismatch

(module
  (type $procedure (func))
  (type $operation (func (param i32 i32) (result i32)))
  (table 1 funcref)
  (elem (i32.const 0) $add)
  (func $add (param i32 i32) (result i32)
    (i32.add (local.get 0) (local.get 1)))

  (func $main (export "_start")
    ;; $add is an $operation, and takes two operands that nobody gave.
    (call_indirect (type $procedure) (i32.const 0))))
