(module (; never closed
