(module
  (func $a call $nope)
  (func $b local.get $x))
