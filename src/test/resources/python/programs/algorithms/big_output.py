# Many lines of output, all of which arrive, in order.
for i in range(3000):
    print(i, "x" * (i % 50), sep=":")
print("end", flush=True)
