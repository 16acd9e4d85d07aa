(module (func $f (param i32 i32)) (func i32.const 1 call $f))
