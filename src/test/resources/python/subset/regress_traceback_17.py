def f():
    return [
        y
        for y in
        [1, 2, 0]
        if 5 //
        y
    ]
f()
