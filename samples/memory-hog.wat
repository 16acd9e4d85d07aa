;; about: Takes memory page by page until it gets no more, then says how much it had.
;; group: Limits 2
;; memory: 16MiB
;; expect stdout: got 256 pages of 64 KiB, then no more\n
;; expect exit: 1

(module
  (import "wasi_snapshot_preview1" "fd_write"
    (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "proc_exit"
    (func $proc_exit (param i32)))

  ;; Begins with one page and names no maximum, so only the limit of the sandbox ends it.
  (memory (export "memory") 1)

  ;; Addresses: 0 one buffer, 8 a count, 16 and on the texts, 112 the last digit of a number.
  (data (i32.const 16) "got ")
  (data (i32.const 32) " pages of 64 KiB, then no more\n")

  (func $main (export "_start")
    (loop $more
      ;; memory.grow answers how many pages there were before, or -1 for no.
      (br_if $more (i32.ne (memory.grow (i32.const 1)) (i32.const -1))))
    (call $print (i32.const 16) (i32.const 4))
    (call $print_number (memory.size))
    (call $print (i32.const 32) (i32.const 31))
    (call $proc_exit (i32.const 1)))

  ;; Digits come out of a number last one first, so they are written from the right.
  (func $print_number (param $number i32)
    (local $place i32)
    (local.set $place (i32.const 113))
    (loop $next
      (local.set $place (i32.sub (local.get $place) (i32.const 1)))
      (i32.store8
        (local.get $place)
        (i32.add (i32.const 48) (i32.rem_u (local.get $number) (i32.const 10))))
      (local.set $number (i32.div_u (local.get $number) (i32.const 10)))
      (br_if $next (local.get $number)))
    (call $print (local.get $place) (i32.sub (i32.const 113) (local.get $place))))

  (func $print (param $address i32) (param $length i32)
    (i32.store (i32.const 0) (local.get $address))
    (i32.store (i32.const 4) (local.get $length))
    (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))))
