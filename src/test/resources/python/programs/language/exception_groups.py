# Exception groups: except* splits them, and the rest goes on.
def several():
    raise ExceptionGroup(
        "several",
        [
            ValueError("a"),
            TypeError("b"),
            ExceptionGroup("inner", [ValueError("c"), OSError("d")]),
        ],
    )


try:
    try:
        several()
    except* ValueError as group:
        print("values", group.exceptions)
    except* TypeError as group:
        print("types", group.exceptions)
except ExceptionGroup as rest:
    print("rest", rest.exceptions)

try:
    several()
except ExceptionGroup as group:
    match, rest = group.split(lambda e: str(e) in "ad")
    print(match.exceptions, rest.exceptions)
    print(group.subgroup(OSError).exceptions, group.subgroup(KeyError))
    print(group, group.message, group.derive([KeyError(1)]))

try:
    try:
        raise KeyError("plain")
    except* KeyError as group:
        print(repr(group))
        raise ValueError("new")
except ExceptionGroup as e:
    print(repr(e), repr(e.exceptions[0].__context__))
except ValueError as e:
    print("bare", repr(e))
try:
    ExceptionGroup("empty", [])
except ValueError as e:
    print(e)
try:
    ExceptionGroup("wrong", [KeyboardInterrupt()])
except TypeError as e:
    print(e)
print(type(BaseExceptionGroup("b", [ValueError()])).__name__)
