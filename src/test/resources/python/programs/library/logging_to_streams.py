# logging: levels, hierarchy, formats, filters, to stdout.
import io
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)-8s %(name)s: %(message)s")
root, a = logging.getLogger(), logging.getLogger("a")
child = logging.getLogger("a.b.c")
child.info("n=%d %s", 5, "text")
child.debug("not shown")
a.setLevel(logging.ERROR)
child.warning("held back by a")
child.error("shown")
try:
    1 / 0
except ZeroDivisionError:
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(logging.Formatter("{levelname}|{message}|{lineno}", style="{"))
    quiet = logging.getLogger("quiet")
    quiet.propagate = False
    quiet.addHandler(handler)
    quiet.exception("failed")
    print(out.getvalue().splitlines()[0], out.getvalue().splitlines()[-1])


class Hide(logging.Filter):
    def filter(self, record):
        record.msg = record.msg.replace("secret", "***")
        return "drop" not in record.msg


root.addFilter(Hide())
root.warning("the secret is out")
root.warning("drop this")
logging.addLevelName(25, "NOTICE")
root.log(25, "custom level")
print(child.getEffectiveLevel(), child.parent.name, logging.getLevelName("NOTICE"), root.isEnabledFor(10), repr(child))
logging.disable(logging.CRITICAL)
root.critical("nothing")
