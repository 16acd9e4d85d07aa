# folder: data
# Imports a module and a package from a folder.
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])
import tools
from tools.shapes import Square, area

print(tools.VERSION, area(Square(4)), tools.__name__, Square.__module__)
try:
    from tools import missing
except ImportError as e:
    print(e.name, e.path is not None)
import tools.broken
