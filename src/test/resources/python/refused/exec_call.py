# refused: 2:1 exec
exec("print(1)")
