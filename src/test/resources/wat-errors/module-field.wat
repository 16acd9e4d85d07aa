(module (banana 1))
