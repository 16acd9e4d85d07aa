# An exception that nobody catches: status 1, traceback on stderr.
print("before")
raise ValueError("nobody catches this")
