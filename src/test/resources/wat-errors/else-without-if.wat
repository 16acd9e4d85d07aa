(module (func else end))
