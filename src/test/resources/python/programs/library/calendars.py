# Calendars of years old and leap.
import calendar

print(calendar.month(2024, 2))
print(calendar.TextCalendar(calendar.SUNDAY).formatmonth(1999, 12, w=3))
print(calendar.isleap(1900), calendar.isleap(2000), calendar.leapdays(1990, 2025), calendar.monthrange(2023, 2))
print(calendar.weekday(1969, 7, 20), calendar.timegm((2001, 9, 9, 1, 46, 40)), list(calendar.day_abbr), calendar.month_name[5])
c = calendar.Calendar(firstweekday=6)
print(c.monthdayscalendar(2015, 2), list(c.itermonthdates(2020, 2))[-1], list(c.iterweekdays()))
print(calendar.HTMLCalendar().formatmonth(2026, 2).splitlines()[2])
friday13 = [(y, m) for y in range(2020, 2027) for m in range(1, 13) if calendar.weekday(y, m, 13) == 4]
print(friday13)
try:
    calendar.monthrange(2024, 13)
except calendar.IllegalMonthError as e:
    print(e)
