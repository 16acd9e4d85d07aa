(module (; é ü ;) (func bogus))
