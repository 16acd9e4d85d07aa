# shlex: words as a shell has them, and back.
import shlex

print(shlex.split("cp 'my file' \"other \\\"one\\\"\" a\\ b # no comment"), shlex.split("a # b", comments=True), shlex.split("''"))
print(shlex.quote("it's"), shlex.quote("safe"), shlex.join(["echo", "a b", "$HOME", ""]), shlex.split(shlex.join(["x y", "z'"])))
print(list(shlex.shlex("a=b; c && d|e", punctuation_chars=True)), list(shlex.shlex("x.y 'z w' 1+2")))
print(shlex.split(r"a\b 'c\d' "), shlex.split(r"a\b 'c\d'", posix=False))
for wrong in ("'open", '"open', "end\\"):
    try:
        shlex.split(wrong)
    except ValueError as e:
        print(e)
