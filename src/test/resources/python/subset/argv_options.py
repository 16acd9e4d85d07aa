import sys
def parse(args):
    options = {"verbose": False, "count": 1, "name": "world"}
    rest = []
    i = 0
    while i < len(args):
        a = args[i]
        if a in ("-v", "--verbose"):
            options["verbose"] = True
        elif a.startswith("--count="):
            options["count"] = int(a.split("=", 1)[1])
        elif a == "--name":
            i += 1
            options["name"] = args[i]
        elif a.startswith("-"):
            sys.exit("unknown option: " + a)
        else:
            rest.append(a)
        i += 1
    return options, rest
options, rest = parse(sys.argv[1:])
print(options, rest)
for k in range(options["count"]):
    print(k, "hello", options["name"])
parse(["x", "--bad"])
