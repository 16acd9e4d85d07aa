# Configuration files: defaults, interpolation, types, duplicates, writing.
import configparser
import io

text = """
[DEFAULT]
root = /srv
debug = no
[server]
port: 8080
path = %(root)s/www
  /second
debug = on
rate = 2.5
# a comment
empty =
[flag]
alone
"""
c = configparser.ConfigParser(allow_no_value=True)
c.read_string(text)
s = c["server"]
print(c.sections(), s.getint("port"), s["path"], s.getboolean("debug"), s.getfloat("rate"), repr(s["empty"]), c["flag"]["alone"])
print(s.get("missing", "fallback"), "root" in s, c.has_option("flag", "port"), c.get("server", "path", raw=True), dict(c["flag"]))
c["new"] = {"Key": "V", "percent": "100%%"}
out = io.StringIO()
c.write(out)
print(out.getvalue())
e = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
e.read_dict({"a": {"x": "1"}, "b": {"y": "${a:x}${z}", "z": "2"}})
print(e["b"]["y"], c.remove_section("new"), c.sections())
for wrong in ("[a]\nx=1\nx=2", "[a]\n[a]", "x=1", "[a]\n=1\n"):
    try:
        configparser.ConfigParser().read_string(wrong)
    except configparser.Error as error:
        print(type(error).__name__, str(error).splitlines()[0])
for wrong in (lambda: c["none"], lambda: c.get("server", "none"), lambda: s.getint("rate"), lambda: c.set("server", "p", "%(") or s["p"]):
    try:
        wrong()
    except (configparser.Error, KeyError, ValueError) as error:
        print(type(error).__name__, error)
