;; about: Traps at an instruction that must not be reached.
;; group: Traps 1
;; expect outcome: trapped unreachable

(module
  ;; Compilers put this where control can never come: behind an abort, or a broken promise.
  (func $main (export "_start")
    unreachable))
