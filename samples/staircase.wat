;; about: Takes memory in sixteen steps and works a while on each; watch the graphs.
;; group: Limits 3
;; fuel: 200M
;; memory: 40MiB
;; expect stdout: 16 steps\n
;; expect exit: 0
;;
;; The memory's graph is a staircase. A stair is as long as the work on it, which grows with the
;; memory: each step writes all over what there is so far.

(module
  (import "wasi_snapshot_preview1" "fd_write"
    (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "proc_exit"
    (func $proc_exit (param i32)))

  (memory (export "memory") 1)

  ;; Addresses: 0 one buffer and 8 a count, both only used at the end.
  (data $message "16 steps\n")
  ;; 32 pages of 64 KiB are 2 MiB.
  (global $pages_a_step i32 (i32.const 32))

  (func $main (export "_start")
    (local $step i32)
    (loop $next
      (if (i32.eq (memory.grow (global.get $pages_a_step)) (i32.const -1))
        (then (call $proc_exit (i32.const 1))))
      (call $fill (i32.shl (memory.size) (i32.const 16)))
      (local.set $step (i32.add (local.get $step) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $step) (i32.const 16))))
    (memory.init $message (i32.const 16) (i32.const 0) (i32.const 9))
    (i32.store (i32.const 0) (i32.const 16))
    (i32.store (i32.const 4) (i32.const 9))
    (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8))))

  ;; Writes a number into every 64th byte below the end.
  (func $fill (param $end i32)
    (local $address i32)
    (loop $next
      (i32.store (local.get $address) (local.get $address))
      (local.set $address (i32.add (local.get $address) (i32.const 64)))
      (br_if $next (i32.lt_u (local.get $address) (local.get $end))))))
