;; memory.grow, granted and refused, by none, some and far too many pages, constant or not.
(module
  (memory 1 8)
  (func (export "_start") (local $i i32)
    (drop (memory.grow (i32.const 0)))
    (drop (memory.grow (i32.const -1)))
    (drop (memory.grow (i32.const 128)))
    (drop (memory.grow (i32.const 129)))
    (loop $more
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $more (i32.ne (memory.grow (local.get $i)) (i32.const -1))))
    (i32.store (i32.sub (i32.mul (memory.size) (i32.const 65536)) (i32.const 4)) (i32.const 1))))
