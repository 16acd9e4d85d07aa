log = """10:01 INFO start
10:02 WARN disk 91%
10:02 INFO user=ann action=login
10:05 ERROR code=500 path=/a/b?x=1
bad
10:09 INFO user=bob action=login
10:11 INFO user=ann action=logout"""
levels = {}
users = {}
for number, line in enumerate(log.splitlines(), start=1):
    try:
        time, level, rest = line.split(" ", 2)
        hour, minute = [int(p) for p in time.split(":")]
    except ValueError as e:
        print(f"line {number}: {e}")
        continue
    levels[level] = levels.get(level, 0) + 1
    fields = dict(f.split("=", 1) for f in rest.split() if "=" in f)
    print(number, hour * 60 + minute, level.lower().center(7, "-"), fields or rest)
    if "user" in fields:
        users.setdefault(fields["user"], []).append((fields["action"], minute))
print(levels, users, sorted(levels, key=lambda k: (-levels[k], k)))
for name, actions in users.items():
    first, last = actions[0], actions[-1]
    print(f"{name.title():>5}: {' -> '.join(a for a, m in actions)} ({last[1] - first[1]} min)")
print({k: "".join(sorted(k)) for k in levels}, [k[::-1] for k in levels], "|".join(f"{k}={v}" for k, v in sorted(levels.items())))
