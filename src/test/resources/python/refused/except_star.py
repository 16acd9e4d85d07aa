# refused: 4:1 except*
try:
    raise ValueError(1)
except* ValueError:
    print("group")
