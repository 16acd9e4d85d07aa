# refused: 3:1 with
print("start")
with open("x") as f:
    print(f.read())
