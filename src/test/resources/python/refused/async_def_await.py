# refused: 2:1 async
async def f():
    await f()
    return 1
print("ok")
