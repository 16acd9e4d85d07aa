# A hook of our own writes the last line.
import sys


def hook(kind, value, trace):
    depth = 0
    while trace:
        trace, depth = trace.tb_next, depth + 1
    print(f"{kind.__name__} at depth {depth}: {value}", file=sys.stderr)


def f():
    raise OSError("unplugged")


sys.excepthook = hook
f()
