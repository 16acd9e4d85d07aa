(module (func br $l))
