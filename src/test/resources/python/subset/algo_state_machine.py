transitions = {("idle", "coin"): "ready", ("ready", "push"): "open", ("open", "close"): "idle", ("ready", "coin"): "ready"}
def run(events):
    state = "idle"
    path = [state]
    for i, e in enumerate(events):
        if (state, e) not in transitions:
            raise RuntimeError(f"event {i} ({e!r}) not allowed in state {state!r}")
        state = transitions[state, e]
        path.append(state)
    return path
for events in (["coin", "push", "close"], ["coin", "coin", "push"], ["push"], [], ["coin", "close"]):
    try:
        print(events, " -> ".join(run(events)))
    except RuntimeError as e:
        print(events, "error:", e)
def balanced(text):
    stack = []
    pairs = {")": "(", "]": "[", "}": "{"}
    for i, c in enumerate(text):
        if c in pairs.values():
            stack.append((c, i))
        elif c in pairs:
            if not stack or stack.pop()[0] != pairs[c]:
                return f"unexpected {c} at {i}"
    return "ok" if not stack else f"unclosed {stack[-1][0]} at {stack[-1][1]}"
for t in ("([]{})", "(]", "((", "", "a(b)c]", "{[()()]}"):
    print(repr(t), balanced(t))
tape = {i: c for i, c in enumerate("1011")}
pos, state = 3, "carry"
while state == "carry":
    if tape.get(pos, "0") == "1":
        tape[pos] = "0"
        pos -= 1
    else:
        tape[pos] = "1"
        state = "done"
    print(pos, state, "".join(tape[k] for k in sorted(tape)))
