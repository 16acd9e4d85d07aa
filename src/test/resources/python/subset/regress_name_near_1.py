x = [valuf for valuf in []]
value = 1
del value
print(value)
