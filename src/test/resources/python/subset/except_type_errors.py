try:
    try:
        1 / 0
    except 5:
        print("never")
except TypeError as e:
    print(e)
kinds = (ValueError, KeyError)
try:
    int("q")
except kinds as e:
    print("by tuple", e)
def classify(text):
    try:
        return int(text)
    except (ValueError, TypeError):
        pass
    try:
        return float(text)
    except ValueError:
        return text
    except TypeError:
        return None
print([classify(t) for t in ("5", "5.5", "x", "1e3", [], None, "nan", "")])
errors = {"ZeroDivisionError": 0, "ValueError": 0, "other": 0}
for a, b in ((1, 0), ("x", 1), (5, 2), (None, 1), (7, "0"), (2 ** 70, 3)):
    try:
        print(int(a) // int(b))
    except ZeroDivisionError:
        errors["ZeroDivisionError"] += 1
    except ValueError:
        errors["ValueError"] += 1
    except Exception:
        errors["other"] += 1
print(errors)
try:
    raise ValueError("x") from None
except ValueError as e:
    print(repr(e))
try:
    raise ValueError("x") from 5
except TypeError as e:
    print(repr(e))
