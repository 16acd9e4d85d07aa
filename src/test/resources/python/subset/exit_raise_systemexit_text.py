print("before")
steps = ["a", "b", "c"]
for s in steps:
    print(s)
    if s == "b":
        raise SystemExit("stopped at " + s)
print("never")
print("never")
