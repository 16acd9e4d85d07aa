;; about: Traps because it reads behind the end of its memory.
;; group: Traps 5
;; expect outcome: trapped out of bounds memory access

(module
  ;; One page: addresses 0 to 65535.
  (memory (export "memory") 1)

  (func $main (export "_start")
    ;; Four bytes from 65533 on; the last of them would be at 65536.
    (drop (i32.load (i32.const 65533)))))
