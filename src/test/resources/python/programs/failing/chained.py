# Two tracebacks; the last line is the outer one's.
try:
    int("nine")
except ValueError as e:
    raise RuntimeError("cannot read the number") from e
