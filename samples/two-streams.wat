;; about: Prints its result on stdout and a warning on stderr.
;; group: WASI 4
;; expect stdout: 6 times 7 is 42\n
;; expect stderr: warning: nobody asked for this\n
;; expect exit: 0

(module
  (import "wasi_snapshot_preview1" "fd_write"
    (func $fd_write (param i32 i32 i32 i32) (result i32)))

  (memory (export "memory") 1)

  ;; Addresses: 0 one buffer, 8 a count, 16 and on the texts.
  (data (i32.const 16) "6 times 7 is 42\n")
  (data (i32.const 48) "warning: nobody asked for this\n")

  (func $main (export "_start")
    ;; File descriptor 2 is stderr: what is meant for people, and not for the next program.
    (call $print (i32.const 2) (i32.const 48) (i32.const 31))
    (call $print (i32.const 1) (i32.const 16) (i32.const 16)))

  (func $print (param $file i32) (param $address i32) (param $length i32)
    (i32.store (i32.const 0) (local.get $address))
    (i32.store (i32.const 4) (local.get $length))
    (drop (call $fd_write (local.get $file) (i32.const 0) (i32.const 1) (i32.const 8)))))
