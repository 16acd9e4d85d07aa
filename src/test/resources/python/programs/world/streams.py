# The three streams: names, encodings, buffering, closing.
import sys

print(sys.stdin.name, sys.stdout.name, sys.stderr.name, sys.stdout.encoding, sys.stderr.errors, sys.stdout.isatty(), sys.stdout.fileno())
print("é⌛😀", "a\0b")
print("a", "b", sep="", end="|\n")
sys.stdout.writelines(["x\n", "y\n"])
sys.stdout.reconfigure(errors="replace", newline="\r\n")
print("windows")
sys.stdout.flush()
print("error text \udc80", file=sys.stderr)
