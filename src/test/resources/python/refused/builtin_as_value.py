# refused: 2:5 function as a value
p = print
p("hello")
