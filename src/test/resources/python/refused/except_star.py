# refused: 2:1 except*
try:
    raise ValueError(1)
except* ValueError:
    print("group")
