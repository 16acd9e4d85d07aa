# refused: 2:1 async
async def f(xs):
    return [x async for x in xs]
print("ok")
