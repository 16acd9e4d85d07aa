import sys
text = "fertig — 日本 😀"
print(text)
for c in text:
    if c.isalpha():
        print(c, end="")
print()
print("stderr ü", file=sys.stderr)
sys.exit(text + "\nsecond line")
