package sandglass.program.python;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What CPython adds to a NameError that nothing catches: a name like the one that is missing. It
 * looks among the variables of the frame, then of the module, then among what is built in; which
 * variables of the module there are then is not known here, so where one is near, so is nothing.
 */
final class NearNames {
  /** In CPython's order. */
  private static final List<String> BUILT_IN =
      words(
          """
          __name__ __doc__ __package__ __loader__ __spec__ __build_class__ __import__ abs all
          any ascii bin breakpoint callable chr compile delattr dir divmod eval exec format
          getattr globals hasattr hash hex id input isinstance issubclass iter aiter len locals
          max min next anext oct ord pow print repr round setattr sorted sum vars None Ellipsis
          NotImplemented False True bool memoryview bytearray bytes classmethod complex dict
          enumerate filter float frozenset property int list map object range reversed set slice
          staticmethod str super tuple type zip __debug__ BaseException BaseExceptionGroup
          Exception GeneratorExit KeyboardInterrupt SystemExit ArithmeticError AssertionError
          AttributeError BufferError EOFError ImportError LookupError MemoryError NameError
          OSError ReferenceError RuntimeError StopAsyncIteration StopIteration SyntaxError
          SystemError TypeError ValueError Warning FloatingPointError OverflowError
          ZeroDivisionError BytesWarning DeprecationWarning EncodingWarning FutureWarning
          ImportWarning PendingDeprecationWarning ResourceWarning RuntimeWarning SyntaxWarning
          UnicodeWarning UserWarning BlockingIOError ChildProcessError ConnectionError
          FileExistsError FileNotFoundError InterruptedError IsADirectoryError
          NotADirectoryError PermissionError ProcessLookupError TimeoutError IndentationError
          IndexError KeyError ModuleNotFoundError NotImplementedError RecursionError
          UnboundLocalError UnicodeError BrokenPipeError ConnectionAbortedError
          ConnectionRefusedError ConnectionResetError TabError UnicodeDecodeError
          UnicodeEncodeError UnicodeTranslateError ExceptionGroup EnvironmentError IOError open
          quit exit copyright credits license help
          """);

  /** The modules of the standard library. */
  private static final Set<String> LIBRARY =
      Set.copyOf(
          words(
              """
              __future__ _abc _aix_support _ast _asyncio _bisect _blake2 _bz2 _codecs _codecs_cn
              _codecs_hk _codecs_iso2022 _codecs_jp _codecs_kr _codecs_tw _collections
              _collections_abc _compat_pickle _compression _contextvars _crypt _csv _ctypes _curses
              _curses_panel _datetime _dbm _decimal _elementtree _frozen_importlib
              _frozen_importlib_external _functools _gdbm _hashlib _heapq _imp _io _json _locale
              _lsprof _lzma _markupbase _md5 _msi _multibytecodec _multiprocessing _opcode _operator
              _osx_support _overlapped _pickle _posixshmem _posixsubprocess _py_abc _pydatetime
              _pydecimal _pyio _pylong _queue _random _scproxy _sha1 _sha2 _sha3 _signal
              _sitebuiltins _socket _sqlite3 _sre _ssl _stat _statistics _string _strptime _struct
              _symtable _thread _threading_local _tkinter _tokenize _tracemalloc _typing _uuid
              _warnings _weakref _weakrefset _winapi _zoneinfo abc aifc antigravity argparse array
              ast asyncio atexit audioop base64 bdb binascii bisect builtins bz2 cProfile calendar
              cgi cgitb chunk cmath cmd code codecs codeop collections colorsys compileall
              concurrent configparser contextlib contextvars copy copyreg crypt csv ctypes curses
              dataclasses datetime dbm decimal difflib dis doctest email encodings ensurepip enum
              errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc
              genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http
              idlelib imaplib imghdr importlib inspect io ipaddress itertools json keyword lib2to3
              linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap modulefinder
              msilib msvcrt multiprocessing netrc nis nntplib nt ntpath nturl2path numbers opcode
              operator optparse os ossaudiodev pathlib pdb pickle pickletools pipes pkgutil platform
              plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc
              pydoc_data pyexpat queue quopri random re readline reprlib resource rlcompleter runpy
              sched secrets select selectors shelve shlex shutil signal site smtplib sndhdr socket
              socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics
              string stringprep struct subprocess sunau symtable sys sysconfig syslog tabnanny
              tarfile telnetlib tempfile termios textwrap this threading time timeit tkinter token
              tokenize tomllib trace traceback tracemalloc tty turtle turtledemo types typing
              unicodedata unittest urllib uu uuid venv warnings wave weakref webbrowser winreg
              winsound wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo
              """));

  private static final List<String> OF_EVERY_MODULE =
      List.of(
          "__name__",
          "__doc__",
          "__package__",
          "__loader__",
          "__spec__",
          "__annotations__",
          "__builtins__",
          "__file__",
          "__cached__");

  private static final int MOVE = 2;
  private static final int LONGEST = 40;

  private NearNames() {}

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }

  /**
   * What follows the message about a name, or null if that depends on the run.
   *
   * @param frame the variables of the function, or of the module's own comprehensions
   * @param inner those of generators and functions without a name in it, which have a frame of
   *     their own
   * @param module the names that the module may have
   */
  static String suggestion(
      String name, Collection<String> frame, Collection<String> inner, Collection<String> module) {
    var own = near(name, frame);
    if (!near(name, inner).isEmpty() || own.size() > 1 || (!own.isEmpty() && !inner.isEmpty())) {
      return null;
    }
    String found = own.isEmpty() ? null : own.getFirst();
    if (found == null) {
      var all = new LinkedHashSet<>(module);
      all.addAll(OF_EVERY_MODULE);
      if (!near(name, all).isEmpty()) {
        return null;
      }
      var builtIn = near(name, BUILT_IN);
      found = builtIn.isEmpty() ? null : builtIn.getFirst();
    }
    var text = new StringBuilder();
    if (found != null) {
      text.append(". Did you mean: '").append(found).append("'?");
    }
    if (LIBRARY.contains(name)) {
      text.append(found == null ? ". Did" : " Or did");
      text.append(" you forget to import '").append(name).append("'?");
    }
    return text.toString();
  }

  /** The nearest of the names, all that are equally near. */
  private static List<String> near(String name, Collection<String> names) {
    var found = new ArrayList<String>();
    byte[] wanted = name.getBytes(StandardCharsets.UTF_8);
    int least = Integer.MAX_VALUE;
    for (String other : names) {
      byte[] bytes = other.getBytes(StandardCharsets.UTF_8);
      int distance = distance(wanted, bytes);
      if (other.equals(name)
          || distance > (wanted.length + bytes.length + 3) * MOVE / 6
          || distance > least) {
        continue;
      }
      if (distance < least) {
        found.clear();
        least = distance;
      }
      found.add(other);
    }
    return found;
  }

  /** Levenshtein's distance; a change of case is cheaper. */
  private static int distance(byte[] a, byte[] b) {
    int start = 0;
    int endA = a.length;
    int endB = b.length;
    while (start < endA && start < endB && a[start] == b[start]) {
      start++;
    }
    while (endA > start && endB > start && a[endA - 1] == b[endB - 1]) {
      endA--;
      endB--;
    }
    if (endA == start || endB == start) {
      return (endA - start + endB - start) * MOVE;
    }
    if (endA - start > LONGEST || endB - start > LONGEST) {
      return Integer.MAX_VALUE;
    }
    int[] row = new int[endB - start + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j * MOVE;
    }
    for (int i = start; i < endA; i++) {
      int diagonal = row[0];
      row[0] += MOVE;
      for (int j = 1; j < row.length; j++) {
        int substituted = diagonal + cost(a[i], b[start + j - 1]);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j - 1], row[j]) + MOVE);
      }
    }
    return row[row.length - 1];
  }

  private static int cost(byte a, byte b) {
    if (a == b) {
      return 0;
    }
    return lower(a) == lower(b) ? 1 : MOVE;
  }

  private static int lower(byte c) {
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
  }
}
