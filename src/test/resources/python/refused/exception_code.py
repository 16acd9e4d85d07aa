# refused: 6:13 attribute
import sys
try:
    sys.exit(3)
except SystemExit as e:
    print(e.code)
