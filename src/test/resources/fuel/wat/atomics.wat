;; Atomic operations on a shared memory, in one thread.
(module
  (memory 1 1 shared)
  (func (export "_start") (local $i i32)
    (loop $next
      (drop (i32.atomic.rmw.add (i32.const 0) (local.get $i)))
      (i64.atomic.store (i32.const 8) (i64.atomic.load (i32.const 0)))
      (drop (i32.atomic.rmw8.xchg_u (i32.const 3) (i32.const 5)))
      (drop (i32.atomic.rmw.cmpxchg (i32.const 0) (i32.const 1) (i32.const 2)))
      (atomic.fence)
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $i) (i32.const 5))))
    (drop (memory.atomic.notify (i32.const 0) (i32.const 1)))
    ;; Not the expected value: answers at once.
    (drop (memory.atomic.wait32 (i32.const 0) (i32.const 77) (i64.const 1000)))))
