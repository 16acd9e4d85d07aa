(module (func i32.const 12x drop))
