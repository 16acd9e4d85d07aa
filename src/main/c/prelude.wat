  ;; The pending error's flag: the program's code asks it once a statement, so it is a global.
  (global $error (mut i32) (i32.const 0))

  (func $py.failed (result i32)
    global.get $error)

  (func $py.set_failed (param $on i32)
    local.get $on
    global.set $error)
