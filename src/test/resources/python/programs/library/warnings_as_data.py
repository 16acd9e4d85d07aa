# Warnings: recorded, turned into errors, filtered, shown once.
import warnings


def old():
    warnings.warn("old() is old", DeprecationWarning, stacklevel=2)
    return 1


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    old()
    warnings.warn("plain")
    eval("1 is 1")
print([(w.category.__name__, str(w.message)) for w in caught])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        old()
    except DeprecationWarning as e:
        print("raised", e)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("once")
    for i in range(3):
        warnings.warn("same")
    warnings.filterwarnings("ignore", message="hid.*")
    warnings.warn("hidden")
print(len(caught))
print(warnings.formatwarning("text", UserWarning, "f.py", 3, "the line"))
