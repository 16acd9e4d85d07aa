# argparse: kinds of arguments, sub-commands, help text, messages of what is wrong.
import argparse
import contextlib
import io

p = argparse.ArgumentParser(prog="tool", description="Does things.", epilog="That is all.", formatter_class=lambda prog: argparse.HelpFormatter(prog, width=70))
p.add_argument("--level", type=int, choices=[1, 2, 3], default=1, help="how much (default: %(default)s)")
p.add_argument("-v", "--verbose", action="count", default=0)
p.add_argument("--tag", action="append", metavar="T")
g = p.add_mutually_exclusive_group()
g.add_argument("--on", dest="state", action="store_const", const="on")
g.add_argument("--off", dest="state", action="store_const", const="off")
commands = p.add_subparsers(dest="command", required=True)
copy = commands.add_parser("copy", help="copies")
copy.add_argument("source", nargs="+")
copy.add_argument("--force", action=argparse.BooleanOptionalAction)
show = commands.add_parser("show")
show.add_argument("what", nargs="?", default="all")
print(p.format_help())
for args in (["-vv", "--tag", "a", "--tag=b", "copy", "x", "y", "--no-force"], ["--level", "3", "--off", "show"], ["--lev", "2", "show", "me"]):
    print(sorted(vars(p.parse_args(args)).items(), key=lambda i: i[0]))
print(p.parse_known_args(["show", "--odd", "w"]))
for args in ([], ["--level", "9", "show"], ["--level", "x", "show"], ["copy"], ["--on", "--off", "show"], ["fly"], ["show", "a", "b"]):
    err = io.StringIO()
    with contextlib.redirect_stderr(err):
        try:
            p.parse_args(args)
        except SystemExit as e:
            print(e.code, err.getvalue().splitlines()[-1])
