# refused: 2:5 complex
z = complex(1, 2)
print(z.real)
