;; Several memories: loads, stores, copies between them, growth, and data in only one of them.
(module
  (memory $a 1)
  (memory $b 1 3)
  (data (memory $a) (i32.const 3) "sand")
  (func (export "_start")
    (memory.copy $b $a (i32.const 0) (i32.const 3) (i32.const 4))
    (i32.store $b (i32.const 8) (i32.load $b (i32.const 0)))
    (drop (memory.grow $b (i32.const 2)))
    (drop (memory.grow $b (i32.const 1)))
    (drop (memory.size $b))
    (memory.fill $a (i32.const 0) (i32.const 9) (memory.size $b))))
