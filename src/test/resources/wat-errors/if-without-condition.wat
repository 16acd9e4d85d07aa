(module (func if nop end))
