;; about: Prints one line, the smallest program there is.
;; group: Basics 1
;; expect stdout: Hello from WASI!\n
;; expect exit: 0

(module
  ;; A guest can do nothing by itself. Whatever reaches the outside is an imported function,
  ;; and fd_write is the one that writes bytes to a file descriptor:
  ;; fd_write(fd, address of the list of buffers, how many buffers, where to put the count).
  (import "wasi_snapshot_preview1" "fd_write"
    (func $fd_write (param i32 i32 i32 i32) (result i32)))

  ;; One page of memory, 64 KiB. The host looks into it, so it is exported.
  (memory (export "memory") 1)

  ;; The list of buffers: one entry, an address and a length, both four bytes, low byte first.
  (data (i32.const 0) "\10\00\00\00\11\00\00\00")
  ;; The text, at address 16 (hexadecimal 10), 17 bytes long (hexadecimal 11).
  (data (i32.const 16) "Hello from WASI!\n")

  ;; A command begins at the function that is exported as _start.
  (func $main (export "_start")
    (call $fd_write
      (i32.const 1)    ;; file descriptor 1 is stdout
      (i32.const 0)    ;; the list of buffers is at address 0
      (i32.const 1)    ;; and has one entry
      (i32.const 8))   ;; the host writes the number of bytes here
    drop))             ;; fd_write answers an error number, 0 if all went well
