program = """push 10
store n
push 1
store r
label loop
load n
jz end
load r
load n
mul
store r
load n
push 1
sub
store n
jmp loop
label end
load r
print
push 0
div"""
code = [line.split() for line in program.splitlines()]
labels = {c[1]: i for i, c in enumerate(code) if c[0] == "label"}
def execute():
    stack = []
    memory = {}
    pc = steps = 0
    while pc < len(code):
        op = code[pc][0]
        arg = code[pc][1] if len(code[pc]) > 1 else None
        pc += 1
        steps += 1
        if op == "push":
            stack.append(int(arg))
        elif op == "store":
            memory[arg] = stack.pop()
        elif op == "load":
            stack.append(memory[arg])
        elif op in ("mul", "sub", "div"):
            b, a = stack.pop(), stack.pop()
            stack.append(a * b if op == "mul" else a - b if op == "sub" else a // b)
        elif op == "jmp":
            pc = labels[arg]
        elif op == "jz":
            if not stack.pop():
                pc = labels[arg]
        elif op == "print":
            print("out:", stack[-1], "steps", steps)
        elif op != "label":
            raise RuntimeError("unknown " + op)
print(labels)
try:
    execute()
except IndexError as e:
    print("stack:", e)
except ZeroDivisionError as e:
    print("vm:", e)
code.insert(0, ["bogus"])
execute()
