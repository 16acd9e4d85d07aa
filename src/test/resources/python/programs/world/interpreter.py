# What the interpreter says of itself that is the same everywhere.
import sys

print(sys.version_info[:2], sys.implementation.name, sys.byteorder, sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.maxunicode)
print(sys.float_info.max, sys.float_info.dig, sys.int_info.default_max_str_digits, sys.getrecursionlimit(), sys.flags.optimize, __debug__)
print(sys.getrefcount(object()) > 0, sys.intern("x") is sys.intern("x"), sys.exc_info(), sys.orig_argv[1], sys.warnoptions)
print(sys._getframe().f_code.co_filename, sys.api_version, hex(sys.hexversion >> 16), sys.copyright.splitlines()[0][:14])
