# An uncaught StopIteration is an exception like others.
next(iter([]))
