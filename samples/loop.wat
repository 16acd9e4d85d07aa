;; about: Runs for ever, until its fuel or its time is used up.
;; group: Limits 1
;; fuel: 1M
;; expect outcome: out_of_fuel

(module
  (func $main (export "_start")
    (loop $again
      (br $again))))
