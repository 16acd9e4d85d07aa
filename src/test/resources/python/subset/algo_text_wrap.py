def wrap(text, width):
    lines = []
    line = ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = (line + " " + word).strip()
    if line:
        lines.append(line)
    return lines
def justify(line, width):
    words = line.split()
    if len(words) == 1:
        return line.ljust(width)
    gaps = len(words) - 1
    spaces = width - sum(len(w) for w in words)
    out = ""
    for i, w in enumerate(words[:-1]):
        out += w + " " * (spaces // gaps + (1 if i < spaces % gaps else 0))
    return out + words[-1]
text = "The sandglass turns and every grain that falls is counted, so that a program which never ends is stopped when the glass is empty; naïve façade 日本語 words too."
for width in (20, 31, 50):
    lines = wrap(text, width)
    print("+" + "-" * width + "+")
    for line in lines[:-1]:
        print("|" + justify(line, width) + "|")
    print("|" + lines[-1].ljust(width) + "|")
    print("|" + lines[0].center(width, "~") + "|", len(lines))
print(wrap("", 10), wrap("averylongwordindeed short", 5))
