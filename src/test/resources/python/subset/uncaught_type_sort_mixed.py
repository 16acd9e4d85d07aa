import sys
def prepare(n):
    return [i * i for i in range(n)]
def work(a, b):
    return sorted([a, "x", None])
def run(values):
    print(values)
    print("about to fail", file=sys.stderr)
    try:
        return work(values[2], values[1])
    finally:
        print("cleanup")
print("result", run(prepare(4)))
