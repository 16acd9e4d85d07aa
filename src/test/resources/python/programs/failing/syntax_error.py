# What does not compile never starts: nothing on stdout.
print("never")
x = (1,
