# An interpreter inside the interpreter inside the sandbox.
def run(code, given=""):
    jumps, stack = {}, []
    for i, c in enumerate(code):
        if c == "[":
            stack.append(i)
        elif c == "]":
            j = stack.pop()
            jumps[i], jumps[j] = j, i
    tape, at, pc, out, steps = [0] * 300, 0, 0, [], 0
    given = iter(given)
    while pc < len(code):
        c = code[pc]
        if c == ">":
            at += 1
        elif c == "<":
            at -= 1
        elif c == "+":
            tape[at] = (tape[at] + 1) % 256
        elif c == "-":
            tape[at] = (tape[at] - 1) % 256
        elif c == ".":
            out.append(chr(tape[at]))
        elif c == ",":
            tape[at] = ord(next(given, "\0"))
        elif c == "[" and not tape[at] or c == "]" and tape[at]:
            pc = jumps[pc]
        pc += 1
        steps += 1
    return "".join(out), steps


print(run("++++++++[>+++++++++<-]>.<+++++[>+++++<-]>++++."))
print(run(",[.,]", "echo"), run(",[>,]<[.<]", "backwards"))
print(run("++++++++++[>++++++++++[>++++++++++<-]<-]>>."))
