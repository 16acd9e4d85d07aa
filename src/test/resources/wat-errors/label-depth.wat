(module (func br 5))
