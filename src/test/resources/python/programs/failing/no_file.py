# A file where nothing was given: the usual error, not a crash.
import sys

try:
    open("/no/such/file")
except OSError as e:
    sys.exit(f"{type(e).__name__}: {e.strerror}: {e.filename}")
