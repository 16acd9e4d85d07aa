# What is registered for the exit runs in reverse, also after an exception.
import atexit

atexit.register(print, "first registered")
atexit.register(lambda: print("last registered"))


@atexit.register
def fails():
    print("in the middle")


raise LookupError("after this the hooks run")
