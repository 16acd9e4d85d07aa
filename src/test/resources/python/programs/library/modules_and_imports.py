# The import system: what is loaded, finders of our own, modules that do not exist.
import importlib
import importlib.util
import sys

print(importlib.import_module("json.decoder").JSONDecoder.__name__, "json" in sys.modules, importlib.util.find_spec("no_such") is None)


class Finder:
    sources = {"virtual": "value = 42\nprint('loading', __name__)", "virtual_broken": "1 / 0", "virtual_user": "from virtual import value as v"}

    @classmethod
    def find_spec(cls, name, path=None, target=None):
        if name in cls.sources:
            return importlib.util.spec_from_loader(name, cls)

    @staticmethod
    def create_module(spec):
        return None

    @classmethod
    def exec_module(cls, module):
        exec(cls.sources[module.__name__], module.__dict__)


sys.meta_path.append(Finder)
import virtual
import virtual as again
import virtual_user

print(virtual.value, again is virtual, virtual_user.v, virtual.__spec__.name)
virtual.value = 0
print(importlib.reload(virtual).value)
for statement in ("import no_such", "import json.nothing", "from json import nothing", "import virtual_broken", "from . import x", "import virtual.sub"):
    try:
        exec(statement)
    except (ImportError, ZeroDivisionError) as e:
        print(type(e).__name__, str(e).split(" (")[0])
print("virtual_broken" in sys.modules, __name__, __import__("os.path").__name__)
