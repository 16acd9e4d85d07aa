# about: Has a bug: a list is read past its end, three calls deep. The traceback leads to the line.
# group: Python 5
# expect stdout: Mon: 12.7\nTue: 15.0\n
# expect stderr: Traceback (most recent call last):\n  File "traceback.py", line 30, in <module>\n    report(temperatures)\n  File "traceback.py", line 27, in report\n    print(f"{day[0]}: {mean(day):.1f}")\n  File "traceback.py", line 21, in mean\n    total += reading(day, number)\n  File "traceback.py", line 15, in reading\n    return day[number]\nIndexError: list index out of range\n
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
