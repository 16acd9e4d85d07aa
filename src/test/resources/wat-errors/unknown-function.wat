(module (export "f" (func $g)))
