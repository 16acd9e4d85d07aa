(module (func i32.const 0 call_indirect))
