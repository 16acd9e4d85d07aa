def run(program, data=""):
    jumps = {}
    stack = []
    for i, c in enumerate(program):
        if c == "[":
            stack.append(i)
        elif c == "]":
            j = stack.pop()
            jumps[i], jumps[j] = j, i
    cells = [0] * 30
    out = ""
    at = ip = read = steps = 0
    while ip < len(program):
        c = program[ip]
        if c == ">":
            at += 1
        elif c == "<":
            at -= 1
        elif c == "+":
            cells[at] = (cells[at] + 1) & 255
        elif c == "-":
            cells[at] = (cells[at] - 1) % 256
        elif c == ".":
            out += chr(cells[at])
        elif c == ",":
            cells[at] = ord(data[read]) if read < len(data) else 0
            read += 1
        elif c == "[" and not cells[at] or c == "]" and cells[at]:
            ip = jumps[ip]
        ip += 1
        steps += 1
    return out, steps, cells[:6]
hello = "++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++."
print(run(hello))
print(run(",[.,]", "echo!"), run(",>,<[->+<]>.", "!\""), run("+++[->++<]>"), run("-."), run(""))
try:
    run("+]")
except IndexError as e:
    print(e)
