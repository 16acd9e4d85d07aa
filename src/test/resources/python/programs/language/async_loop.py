# A round-robin scheduler of coroutines, in thirty lines, on a virtual clock.
import heapq
import types


@types.coroutine
def sleep(seconds):
    yield seconds


class Loop:
    def __init__(self):
        self.now, self.order, self.queue = 0, 0, []

    def spawn(self, coroutine, delay=0):
        heapq.heappush(self.queue, (self.now + delay, self.order, coroutine))
        self.order += 1

    def run(self):
        while self.queue:
            self.now, _, coroutine = heapq.heappop(self.queue)
            try:
                self.spawn(coroutine, coroutine.send(None))
            except StopIteration as e:
                print(f"t={self.now}: finished with {e.value}")


loop = Loop()


async def worker(name, pause, times):
    for i in range(times):
        print(f"t={loop.now}: {name} {i}")
        await sleep(pause)
    return name


loop.spawn(worker("fast", 1, 5))
loop.spawn(worker("slow", 2.5, 2))
loop.spawn(worker("late", 1, 1), delay=3)
loop.run()
