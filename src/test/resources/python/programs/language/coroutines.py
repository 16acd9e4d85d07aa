# Coroutines driven by hand, without a loop and without I/O.
class Ask:
    def __init__(self, question):
        self.question = question

    def __await__(self):
        return (yield self.question)


async def child(n):
    return n + await Ask(f"child {n}?")


async def parent():
    total = await child(1)
    total += await child(10)
    try:
        await Ask("last?")
    except RuntimeError as e:
        return total, str(e)


c = parent()
print(c.send(None), c.send(100), c.send(1000))
try:
    c.throw(RuntimeError("stop it"))
except StopIteration as e:
    print(e.value)


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return await Ask(self.n)


class Manager:
    async def __aenter__(self):
        return await Ask("enter")

    async def __aexit__(self, kind, value, trace):
        print("exit", kind and kind.__name__)
        return True


async def numbers():
    for i in range(3):
        yield i
        await Ask("between")


async def everything():
    async with Manager() as m:
        got = [x async for x in Countdown(3) if x]
        got += [x * 2 async for x in numbers()]
        print(m, got)
        raise KeyError("hidden")
    return "over"


c = everything()
asked = []
answer = None
while True:
    try:
        asked.append(c.send(answer))
        answer = asked[-1]
    except StopIteration as e:
        print(e.value, asked)
        break
