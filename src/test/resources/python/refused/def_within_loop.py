# refused: 3:5 def in a block
for i in range(2):
    def f():
        return i
    print(f())
