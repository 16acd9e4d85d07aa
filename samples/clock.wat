;; about: Reads the clock, sleeps for a day, and reads it again.
;; group: WASI 7
;; expect stdout: the year is 2026\na day later it is later\n
;; expect exit: 0
;;
;; The guest's clock starts at 2026-01-01T00:00:00Z and advances 1 ns with each unit of fuel. A
;; sleep moves it and returns at once, so this program ends at once too.

(module
  (import "wasi_snapshot_preview1" "clock_time_get"
    (func $clock_time_get (param i32 i64 i32) (result i32)))
  (import "wasi_snapshot_preview1" "poll_oneoff"
    (func $poll_oneoff (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_write"
    (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "proc_exit"
    (func $proc_exit (param i32)))

  (memory (export "memory") 1)

  ;; Addresses: 0 one buffer, 8 a count, 16 a time in nanoseconds, 32 and on the texts,
  ;; 128 what to wait for (48 bytes), 192 what happened (32 bytes).
  (data (i32.const 32) "the year is ....\n")
  (data (i32.const 64) "a day later it is later\n")
  (data (i32.const 96) "time stood still\n")
  (global $nanoseconds_a_day i64 (i64.const 86_400_000_000_000))

  (func $main (export "_start")
    (local $before i64)
    (call $put_year (call $year (call $time (i32.const 0))))
    (call $print (i32.const 32) (i32.const 17))

    (local.set $before (call $time (i32.const 1)))
    (call $sleep (global.get $nanoseconds_a_day))
    (if (i64.ge_u
          (i64.sub (call $time (i32.const 1)) (local.get $before))
          (global.get $nanoseconds_a_day))
      (then (call $print (i32.const 64) (i32.const 24)))
      (else (call $print (i32.const 96) (i32.const 17)))))

  ;; The time in nanoseconds: of clock 0 since 1970, of clock 1 (which never goes back) since
  ;; some moment.
  (func $time (param $clock i32) (result i64)
    (call $fail_unless_zero
      (call $clock_time_get (local.get $clock) (i64.const 1) (i32.const 16)))
    (i64.load (i32.const 16)))

  ;; Waits for one event: that clock 1 has advanced by this much.
  (func $sleep (param $nanoseconds i64)
    (i64.store (i32.const 128) (i64.const 7))      ;; a number of our own, comes back in the event
    (i32.store8 (i32.const 136) (i32.const 0))     ;; kind of event: a clock
    (i32.store (i32.const 144) (i32.const 1))      ;; which clock
    (i64.store (i32.const 152) (local.get $nanoseconds))
    (i64.store (i32.const 160) (i64.const 1))      ;; how exactly
    (i32.store16 (i32.const 168) (i32.const 0))    ;; from now, not since 1970
    (call $fail_unless_zero
      (call $poll_oneoff (i32.const 128) (i32.const 192) (i32.const 1) (i32.const 8))))

  ;; The year of a time since 1970, year by year; good until 2100, which is no leap year.
  (func $year (param $nanoseconds i64) (result i32)
    (local $days i64) (local $year i32) (local $length i64)
    (local.set $days (i64.div_u (local.get $nanoseconds) (global.get $nanoseconds_a_day)))
    (local.set $year (i32.const 1970))
    (block $done
      (loop $next
        (local.set $length
          (select
            (i64.const 365)
            (i64.const 366)
            (i32.and (local.get $year) (i32.const 3)))) ;; not divisible by four
        (br_if $done (i64.lt_u (local.get $days) (local.get $length)))
        (local.set $days (i64.sub (local.get $days) (local.get $length)))
        (local.set $year (i32.add (local.get $year) (i32.const 1)))
        (br $next)))
    (local.get $year))

  ;; Writes four digits over the dots, the last one first.
  (func $put_year (param $year i32)
    (local $place i32)
    (local.set $place (i32.const 47))
    (loop $next
      (i32.store8
        (local.get $place)
        (i32.add (i32.const 48) (i32.rem_u (local.get $year) (i32.const 10))))
      (local.set $year (i32.div_u (local.get $year) (i32.const 10)))
      (local.set $place (i32.sub (local.get $place) (i32.const 1)))
      (br_if $next (local.get $year))))

  (func $print (param $address i32) (param $length i32)
    (i32.store (i32.const 0) (local.get $address))
    (i32.store (i32.const 4) (local.get $length))
    (drop (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8))))

  ;; Ends the program with the error number as its exit code.
  (func $fail_unless_zero (param $errno i32)
    (if (local.get $errno)
      (then (call $proc_exit (local.get $errno))))))
