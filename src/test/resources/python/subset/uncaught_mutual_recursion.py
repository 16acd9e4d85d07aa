def ping(n):
    if n == 0:
        raise ValueError("bottom")
    return pong(n - 1)
def pong(n):
    if n == 0:
        return [][n]
    return ping(n - 1)
print("start")
ping(7)
print("never")
