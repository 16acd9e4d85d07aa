;; call_ref, after which wasmtime forgets what the callee used.
;; counted: 65
;; _start enters 1; each of 4 rounds costs 12 in _start and 3 in $callee, 60 in all; then ref.func 1,
;; return_call_ref 1, and in $nothing entry 1, i32.const 1.
(module
  (type $unary (func (param i32) (result i32)))
  (type $none (func))
  (elem declare func $callee $nothing)
  (func $callee (type $unary) (i32.eqz (local.get 0)))
  (func $nothing (type $none) (drop (i32.const 1)))
  (func (export "_start") (local $i i32)
    (loop $next
      (drop (call_ref $unary (local.get $i) (ref.func $callee)))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (drop (i32.const 0))
      (br_if $next (i32.lt_u (local.get $i) (i32.const 4))))
    (return_call_ref $none (ref.func $nothing))))
