(module (func i32.const 0 i32.load drop))
