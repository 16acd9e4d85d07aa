# queue and sched without threads: order, limits, virtual time.
import queue
import sched

q = queue.Queue(maxsize=2)
q.put("a")
q.put_nowait("b")
try:
    q.put("c", block=False)
except queue.Full:
    print("full", q.qsize())
print(q.get(), q.get(), q.empty())
try:
    q.get_nowait()
except queue.Empty:
    print("empty")
p = queue.PriorityQueue()
for item in [(3, "low"), (1, "high"), (2, "mid")]:
    p.put(item)
print([p.get()[1] for _ in range(3)])
s = queue.LifoQueue()
s.put(1)
s.put(2)
print(s.get(), s.get())
now = 0


def clock():
    return now


def advance(by):
    global now
    now += by


scheduler = sched.scheduler(clock, advance)
scheduler.enter(5, 1, print, ("five",))
scheduler.enter(2, 2, print, ("two, later",))
scheduler.enter(2, 1, print, ("two, first",))
gone = scheduler.enter(3, 1, print, ("never",))
scheduler.cancel(gone)
scheduler.enterabs(9, 1, lambda: print("nine at", now))
scheduler.run()
print(now, scheduler.empty())
