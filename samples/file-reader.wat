;; about: Prints a file from a folder that it was given.
;; group: WASI 5
;; dir: library
;; expect stdout: The sand runs down,\nthe glass is turned,\nand every grain is counted.\n
;; expect exit: 0

(module
  (import "wasi_snapshot_preview1" "path_open"
    (func $path_open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_read"
    (func $fd_read (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_write"
    (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_close"
    (func $fd_close (param i32) (result i32)))
  (import "wasi_snapshot_preview1" "proc_exit"
    (func $proc_exit (param i32)))

  (memory (export "memory") 1)

  ;; Addresses: 0 one buffer, 8 a count, 12 the new file descriptor, 16 the name, 1024 the bytes.
  (data (i32.const 16) "verse.txt")

  (func $main (export "_start")
    (local $file i32) (local $length i32)
    ;; A guest sees no file system. It sees the folders that it was given, as file descriptors
    ;; from 3 on, and opens what is inside.
    (call $fail_unless_zero
      (call $path_open
        (i32.const 3)      ;; the first folder
        (i32.const 0)      ;; follow no symbolic link
        (i32.const 16)     ;; the name, and its length in bytes
        (i32.const 9)
        (i32.const 0)      ;; do not create or cut it
        (i64.const 2)      ;; what to be allowed: reading
        (i64.const 0)
        (i32.const 0)      ;; no flags
        (i32.const 12)))   ;; where the file descriptor goes
    (local.set $file (i32.load (i32.const 12)))

    (block $end_of_file
      (loop $next
        (i32.store (i32.const 0) (i32.const 1024))
        (i32.store (i32.const 4) (i32.const 4096))
        (call $fail_unless_zero
          (call $fd_read (local.get $file) (i32.const 0) (i32.const 1) (i32.const 8)))
        (local.set $length (i32.load (i32.const 8)))
        (br_if $end_of_file (i32.eqz (local.get $length)))
        ;; The same buffer, as long as what was read.
        (i32.store (i32.const 4) (local.get $length))
        (call $fail_unless_zero
          (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))
        (br $next)))
    (call $fail_unless_zero (call $fd_close (local.get $file))))

  ;; Ends the program with the error number as its exit code: 44 says that there is no such file.
  (func $fail_unless_zero (param $errno i32)
    (if (local.get $errno)
      (then (call $proc_exit (local.get $errno))))))
