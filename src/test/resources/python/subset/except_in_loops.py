data = ["10", "x", "0", "7", "", "3.5", "-2"]
total = 0
bad = []
for i, item in enumerate(data):
    try:
        value = int(item)
        result = 100 // value
    except ValueError:
        bad.append(item)
        continue
    except ZeroDivisionError:
        print("zero at", i)
        result = 0
    else:
        print("ok", item, result)
    finally:
        print("done", i)
    total += result
    if total > 20 and i > 5:
        break
else:
    print("loop else")
print(total, bad)
tries = 0
while True:
    tries += 1
    try:
        if tries < 4:
            raise RuntimeError("attempt " + str(tries))
        break
    except RuntimeError as e:
        print(e)
print("after", tries)
def retry(n, fail):
    for k in range(n):
        try:
            if k < fail:
                raise OSError(k)
            return "success at " + str(k)
        except OSError as e:
            last = e
    raise last
print(retry(5, 2))
try:
    retry(2, 5)
except OSError as e:
    print("gave up", e)
