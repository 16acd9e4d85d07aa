# refused: 2:1 class
class B:
    def f(self):
        return super()
print(B)
