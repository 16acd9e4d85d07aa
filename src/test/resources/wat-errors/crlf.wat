(module
  (func nop
    bogus))
