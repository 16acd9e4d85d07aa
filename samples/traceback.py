# about: Has a bug: a list is read past its end, three calls deep. The traceback leads to the line.
# group: Python 5
# expect stdout: Mon: 12.7\nTue: 15.0\n
# expect exit: 1

temperatures = [
    ["Mon", 12, 15, 11],
    ["Tue", 14, 18, 13],
    ["Wed", 9, 12],
]


def reading(day, number):
    return day[number]


def mean(day):
    total = 0
    for number in (1, 2, 3):
        total += reading(day, number)
    return total / 3


def report(days):
    for day in days:
        print(f"{day[0]}: {mean(day):.1f}")


report(temperatures)
