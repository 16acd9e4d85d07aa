# string.Template, string.Formatter and the constants.
import string

t = string.Template("$who owes ${amount} $$ to ${who}")
print(t.substitute(who="Ann", amount=5), t.safe_substitute(who="Bob"), t.get_identifiers(), t.is_valid())
for wrong in ("$", "$1", "${a"):
    try:
        string.Template(wrong).substitute(a=1)
    except ValueError as e:
        print(e)
try:
    t.substitute(who="x")
except KeyError as e:
    print("missing", e)


class Percent(string.Template):
    delimiter = "%"
    idpattern = r"[a-z]+\.[a-z]+"


print(Percent("%a.b and %c").safe_substitute({"a.b": "found"}))


class Shout(string.Formatter):
    def convert_field(self, value, conversion):
        return value.upper() if conversion == "u" else super().convert_field(value, conversion)

    def get_value(self, key, args, kwargs):
        return kwargs.get(key, f"<{key}>") if isinstance(key, str) else args[key]


print(Shout().format("{0!u} {name!r:>8} {gone}", "hi", name="x"))
print(list(string.Formatter().parse("a{b!r:c}d{{")), string.capwords("the  quick-brown fox"))
print(string.ascii_letters, string.digits, string.hexdigits, string.punctuation, repr(string.whitespace))
