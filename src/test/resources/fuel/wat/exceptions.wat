;; Exceptions out of calls, after which wasmtime forgets what the callee used.
;; counted: 45
;; $inner 3 (entry, local.get, throw); $middle 6 (entry, local.get, call, $inner); $guarded 10
;; (entry, try_table, local.get, call, $middle); $rethrow 8 (entry, try_table, i32.const, call,
;; $inner, throw_ref). _start: entry 1, twice i32.const, call and $guarded 24, try_table, two
;; i32.const, call_indirect and $middle 10, try_table, call and $rethrow 10.
(module
  (type $taker (func (param i32)))
  (tag $e (param i32))
  (table funcref (elem $middle))
  (func $inner (param i32) (throw $e (local.get 0)))
  (func $middle (type $taker) (call $inner (local.get 0)) (drop (i32.const 1)))
  (func $guarded (param i32) (result i32)
    (block $caught (result i32)
      (try_table (catch $e $caught) (call $middle (local.get 0)))
      (unreachable)))
  (func $rethrow
    (block $caught (result exnref)
      (try_table (catch_all_ref $caught) (call $inner (i32.const 1)))
      (unreachable))
    (throw_ref))
  (func (export "_start")
    (drop (call $guarded (i32.const 1)))
    (drop (call $guarded (i32.const 2)))
    (block $caught (result exnref)
      (try_table (catch_all_ref $caught)
        (call_indirect (type $taker) (i32.const 4) (i32.const 0)))
      (unreachable))
    (drop)
    (block $caught
      (try_table (catch_all $caught) (call $rethrow)))))
