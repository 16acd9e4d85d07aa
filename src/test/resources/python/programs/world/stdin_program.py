# stdin: push 2\npush 3\nadd\nprint\nfrobnicate\nprint\n
# A machine that reads its program from stdin.
import sys

stack = []
for number, line in enumerate(sys.stdin, 1):
    match line.split():
        case ["push", n]:
            stack.append(int(n))
        case ["add"]:
            stack.append(stack.pop() + stack.pop())
        case ["print"]:
            print(stack[-1])
        case [unknown, *_]:
            sys.exit(f"line {number}: what is {unknown}?")
