# contextvars: a value per context, set and taken back.
import contextvars

v = contextvars.ContextVar("v", default="default")
w = contextvars.ContextVar("w")
print(v.get(), w.get("none"))
token = v.set("one")


def inside():
    print("sees", v.get())
    v.set("changed inside")
    return v.get()


context = contextvars.copy_context()
print(context.run(inside), v.get(), context[v], len(context), w in context)
v.reset(token)
print(v.get(), token.old_value is contextvars.Token.MISSING, token.var is v)
for wrong in (lambda: w.get(), lambda: v.reset(token), lambda: context.run(context.run, print)):
    try:
        wrong()
    except (LookupError, RuntimeError, ValueError) as e:
        print(type(e).__name__)
