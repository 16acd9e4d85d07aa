;; about: Lists its arguments and its environment.
;; group: WASI 1
;; args: one "two words"
;; env: PLANET=Earth
;; env: EMPTY=
;; expect stdout: argument: one\nargument: two words\nvariable: PLANET=Earth\nvariable: EMPTY=\n
;; expect exit: 0

(module
  (import "wasi_snapshot_preview1" "args_sizes_get"
    (func $args_sizes_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "args_get"
    (func $args_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "environ_sizes_get"
    (func $environ_sizes_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "environ_get"
    (func $environ_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_write"
    (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "proc_exit"
    (func $proc_exit (param i32)))

  (memory (export "memory") 1)

  ;; Addresses: 0 one buffer, 8 a count, 16 how many texts, 20 their bytes in all, 32 and on the
  ;; labels, 64 and on a list of addresses, and behind it the texts, each ending with a zero byte.
  (data (i32.const 32) "argument: ")
  (data (i32.const 48) "variable: ")
  (data (i32.const 60) "\n")
  (global $list i32 (i32.const 64))

  (func $main (export "_start")
    ;; Ask how much there is, then ask for it.
    (drop (call $args_sizes_get (i32.const 16) (i32.const 20)))
    (call $make_room)
    (drop (call $args_get (global.get $list) (call $texts)))
    ;; Argument 0 is the program's own name: begin with number 1.
    (call $print_all (i32.const 1) (i32.const 32))

    (drop (call $environ_sizes_get (i32.const 16) (i32.const 20)))
    (call $make_room)
    (drop (call $environ_get (global.get $list) (call $texts)))
    (call $print_all (i32.const 0) (i32.const 48)))

  ;; Where the texts begin: behind the list, four bytes an entry.
  (func $texts (result i32)
    (i32.add
      (global.get $list)
      (i32.mul (i32.load (i32.const 16)) (i32.const 4))))

  ;; Grows the memory by as many pages as the texts have, or ends with exit code 1.
  (func $make_room
    (if (i32.eq (i32.const -1)
          (memory.grow (i32.shr_u (i32.load (i32.const 20)) (i32.const 16))))
      (then (call $proc_exit (i32.const 1)))))

  ;; Prints the texts from number $i on, each behind the label.
  (func $print_all (param $i i32) (param $label i32)
    (local $text i32)
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $i) (i32.load (i32.const 16))))
        (local.set $text
          (i32.load
            (i32.add (global.get $list) (i32.mul (local.get $i) (i32.const 4)))))
        (call $print (local.get $label) (i32.const 10))
        (call $print (local.get $text) (call $length (local.get $text)))
        (call $print (i32.const 60) (i32.const 1))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br $next))))

  ;; How many bytes come before the zero byte.
  (func $length (param $text i32) (result i32)
    (local $end i32)
    (local.set $end (local.get $text))
    (block $found
      (loop $next
        (br_if $found (i32.eqz (i32.load8_u (local.get $end))))
        (local.set $end (i32.add (local.get $end) (i32.const 1)))
        (br $next)))
    (i32.sub (local.get $end) (local.get $text)))

  (func $print (param $address i32) (param $length i32)
    (i32.store (i32.const 0) (local.get $address))
    (i32.store (i32.const 4) (local.get $length))
    (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))))
