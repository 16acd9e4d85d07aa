;; about: Writes a file into a writable folder; the host's own folder stays as it is.
;; group: WASI 6
;; dir: notebook:rw
;; expect stdout: written\n
;; expect file: /notebook/second-page.txt created 32
;; expect exit: 0

(module
  (import "wasi_snapshot_preview1" "path_open"
    (func $path_open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_write"
    (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_close"
    (func $fd_close (param i32) (result i32)))
  (import "wasi_snapshot_preview1" "proc_exit"
    (func $proc_exit (param i32)))

  (memory (export "memory") 1)

  ;; Addresses: 0 one buffer, 8 a count, 12 the new file descriptor, 16 and on the texts.
  (data (i32.const 16) "second-page.txt")
  (data (i32.const 32) "This page was written by a guest")
  (data (i32.const 64) "written\n")

  (func $main (export "_start")
    (local $file i32)
    (call $fail_unless_zero
      (call $path_open
        (i32.const 3)      ;; the first folder
        (i32.const 0)      ;; follow no symbolic link
        (i32.const 16)     ;; the name, and its length in bytes
        (i32.const 15)
        (i32.const 9)      ;; create it (1), or cut it to nothing (8)
        (i64.const 64)     ;; what to be allowed: writing
        (i64.const 0)
        (i32.const 0)      ;; no flags
        (i32.const 12)))   ;; where the file descriptor goes
    (local.set $file (i32.load (i32.const 12)))
    (call $write (local.get $file) (i32.const 32) (i32.const 32))
    (call $fail_unless_zero (call $fd_close (local.get $file)))
    (call $write (i32.const 1) (i32.const 64) (i32.const 8)))

  (func $write (param $file i32) (param $address i32) (param $length i32)
    (i32.store (i32.const 0) (local.get $address))
    (i32.store (i32.const 4) (local.get $length))
    (call $fail_unless_zero
      (call $fd_write (local.get $file) (i32.const 0) (i32.const 1) (i32.const 8))))

  ;; Ends the program with the error number as its exit code: 76 says that it is not allowed.
  (func $fail_unless_zero (param $errno i32)
    (if (local.get $errno)
      (then (call $proc_exit (local.get $errno))))))
