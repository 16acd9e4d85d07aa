# Dates: arithmetic, formats, parsing, fixed zones; never the present.
from datetime import MAXYEAR, date, datetime, time, timedelta, timezone

d = date(2024, 2, 28)
print(d + timedelta(2), d.replace(year=2023) + timedelta(2), d.weekday(), d.isocalendar(), d.toordinal(), d.strftime("%A %d %B %Y, day %j"))
a = datetime(2024, 3, 10, 13, 5, 9, 123456)
print(a.isoformat(), a.isoformat(" ", "minutes"), repr(a), a.date(), a.time(), a.ctime(), f"{a:%H:%M:%S.%f %p %y}")
print(datetime(2025, 1, 1) - a, (a - datetime(2024, 1, 1)) // timedelta(hours=1), timedelta(days=-1, seconds=5))
print(datetime.strptime("Sun 10 Mar 2024 01:05 PM", "%a %d %b %Y %I:%M %p"), date.fromisoformat("2024-W10-7"))
berlin = timezone(timedelta(hours=1), "CET")
z = a.replace(tzinfo=berlin)
print(z, z.astimezone(timezone.utc), z.timestamp(), z.tzname(), z.utcoffset(), datetime.fromisoformat("2024-03-10T13:05:09Z"))
print(datetime.fromtimestamp(0, timezone.utc), datetime.fromtimestamp(1e9, berlin), z == z.astimezone(timezone.utc))
t = timedelta(hours=25, minutes=61, microseconds=-1)
print(t, t.total_seconds(), t * 2, t / timedelta(hours=1), abs(-t), divmod(t, timedelta(hours=1)), repr(t))
print(time(23, 59, tzinfo=berlin), time.fromisoformat("04:23:01.5"), date.min, datetime.max, MAXYEAR)
print(sorted([date(2024, 1, 2), date(2023, 12, 31)]), a.timetuple()[:8], date.fromisocalendar(2020, 53, 5))
for wrong in (
    lambda: date(2023, 2, 29), lambda: date.max + timedelta(1), lambda: datetime.strptime("x", "%Y"),
    lambda: a - z, lambda: timezone(timedelta(hours=25)), lambda: date.fromisoformat("2024-13-01"), lambda: a < d,
):
    try:
        wrong()
    except (ValueError, OverflowError, TypeError) as e:
        print(type(e).__name__, e)
