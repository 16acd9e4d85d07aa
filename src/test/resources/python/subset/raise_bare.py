def again():
    try:
        raise ValueError("first")
    except ValueError:
        print("seen")
        raise
try:
    again()
except ValueError as e:
    print("outside", e)
def helper():
    raise
try:
    helper()
except RuntimeError as e:
    print(repr(e))
try:
    1 / 0
except ZeroDivisionError:
    try:
        helper()
    except ZeroDivisionError as e:
        print("helper raised it again:", e)
def nested():
    try:
        try:
            raise KeyError("k")
        except KeyError:
            try:
                raise ValueError("v")
            except ValueError:
                print("inner done")
            raise
    except Exception as e:
        return repr(e)
print(nested())
def finally_raise():
    try:
        raise ValueError("lost")
    finally:
        raise TypeError("kept")
try:
    finally_raise()
except TypeError as e:
    print(e)
for i in range(3):
    try:
        try:
            raise IndexError(i)
        except IndexError as e:
            if i == 1:
                raise
            print("handled", e)
    except IndexError as e:
        print("passed up", e)
