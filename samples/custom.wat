;; about: Builds its list of buffers at run time, then prints one line.
;; group: Basics 2
;; expect stdout: Custom WASI Module\n
;; expect exit: 0

(module
  (import "wasi_snapshot_preview1" "fd_write"
    (func $fd_write (param i32 i32 i32 i32) (result i32)))

  (memory 1)
  (export "memory" (memory 0))

  (data (i32.const 8) "Custom WASI Module\n")

  (func $main (export "_start")
    ;; One buffer: where it begins, and how long it is.
    (i32.store (i32.const 0) (i32.const 8))
    (i32.store (i32.const 4) (i32.const 19))

    (call $fd_write
      (i32.const 1)   ;; stdout
      (i32.const 0)   ;; the list of buffers
      (i32.const 1)   ;; how many buffers
      (i32.const 28)) ;; where the number of bytes written goes, behind the text
    drop))
