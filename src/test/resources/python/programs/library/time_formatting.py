# time's conversions of given instants, never of now.
import time

t = time.gmtime(1_000_000_000)
print(t, time.strftime("%Y-%m-%d %H:%M:%S %a %b %j %U", t), time.asctime(t), t.tm_yday)
print(time.strptime("30 Nov 1999", "%d %b %Y")[:8], time.gmtime(0).tm_year, time.gmtime(-86400)[:3], time.mktime(time.localtime(12345)) == 12345)
print(time.gmtime(4_102_444_800)[:6], time.strftime("%%|%y|%I %p", (2024, 1, 2, 15, 4, 5, 1, 2, 0)))
a = time.monotonic()
b = time.monotonic()
print(b >= a, time.perf_counter_ns() > 0, time.time() > 0)
for wrong in (lambda: time.strptime("x", "%d"), lambda: time.sleep(-1), lambda: time.strftime("%Y", (1,)), lambda: time.gmtime(1e20)):
    try:
        wrong()
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__)
