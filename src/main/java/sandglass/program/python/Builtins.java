package sandglass.program.python;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Python has built in, as far as programs that compile may call it, and the functions of the
 * runtime that do it. The tables below are written like Python's own signatures: a name, the
 * function of the runtime, then parameters. {@code x?} may be left out, {@code x...} takes any
 * number as one tuple, those before {@code /} are given by place only, those after {@code *} by
 * name only. The parameters are those of the runtime's function in its order, so an argument goes
 * to the parameter of its place or name and the others are missing; of a method, self comes first
 * and is none of them.
 */
final class Builtins {
  /** How an argument may reach its parameter. */
  enum By {
    PLACE,
    EITHER,
    NAME
  }

  /** A parameter of the runtime's function. */
  record Parameter(String name, By by, boolean optional, boolean many) {}

  /**
   * A function or method.
   *
   * @param name Python's
   * @param runtime the function of the runtime
   * @param parameters in the order of the runtime's function
   */
  record Signature(String name, String runtime, List<Parameter> parameters) {
    /** How many arguments must be given. */
    int least() {
      return (int) parameters.stream().filter(p -> !p.optional && !p.many).count();
    }

    /** How many arguments may be given by place. */
    int most() {
      boolean many = parameters.stream().anyMatch(Parameter::many);
      long count = parameters.stream().filter(p -> p.by != By.NAME).count();
      return many ? Integer.MAX_VALUE : (int) count;
    }

    /**
     * Whether any names may be given, as the keys of a dict: then there is a function of its own.
     */
    boolean takesNames() {
      return name.equals("dict") || name.equals("update");
    }

    /** The parameter that can be given by that name, or null. */
    Parameter named(String wanted) {
      return parameters.stream()
          .filter(p -> p.by != By.PLACE && !p.many && p.name.equals(wanted))
          .findFirst()
          .orElse(null);
    }
  }

  private static final Map<String, Signature> FUNCTIONS =
      table(
          """
          abs py.abs x /
          all py.all iterable /
          any py.any iterable /
          ascii py.ascii obj /
          bin py.bin number /
          bool py.bool1 x? /
          chr py.chr i /
          dict py.dict1 iterable? /
          divmod py.divmod x y /
          enumerate py.enumerate iterable start?
          float py.float x? /
          format py.format value format_spec? /
          hex py.hex number /
          input py.input prompt? /
          int py.int x? / base?
          isinstance py.isinstance obj class_or_tuple /
          iter py.iter iterable /
          len py.len obj /
          list py.list1 iterable? /
          max py.max values... * default?
          min py.min values... * default?
          next py.next1 iterator default? /
          oct py.oct number /
          ord py.ord c /
          pow py.pow3 base exp mod?
          print py.print values... * sep? end? file? flush?
          range py.range3 start stop? step? /
          repr py.repr obj /
          reversed py.reversed sequence /
          round py.round number ndigits?
          sorted py.sorted iterable / * reverse?
          str py.str1 object?
          sum py.sum iterable / start?
          tuple py.tuple1 iterable? /
          type py.type1 object /
          zip py.zip iterables... * strict?
          """);

  private static final Map<String, Signature> METHODS =
      table(
          """
          append py.m_append object /
          bit_count py.m_bit_count
          bit_length py.m_bit_length
          capitalize py.m_capitalize
          casefold py.m_casefold
          center py.m_center width fillchar? /
          clear py.m_clear
          copy py.m_copy
          count py.m_count value start? end? /
          endswith py.m_endswith suffix start? end? /
          expandtabs py.m_expandtabs tabsize?
          extend py.m_extend iterable /
          find py.m_find sub start? end? /
          flush py.m_flush
          format py.m_format values... names?
          get py.m_get key default? /
          index py.m_index value start? stop? /
          insert py.m_insert index object /
          is_integer py.m_is_integer
          isalnum py.m_isalnum
          isalpha py.m_isalpha
          isascii py.m_isascii
          isdecimal py.m_isdecimal
          isdigit py.m_isdigit
          isidentifier py.m_isidentifier
          islower py.m_islower
          isnumeric py.m_isnumeric
          isprintable py.m_isprintable
          isspace py.m_isspace
          istitle py.m_istitle
          isupper py.m_isupper
          items py.m_items
          join py.m_join iterable /
          keys py.m_keys
          ljust py.m_ljust width fillchar? /
          lower py.m_lower
          lstrip py.m_lstrip chars? /
          partition py.m_partition sep /
          pop py.m_pop index? default? /
          popitem py.m_popitem
          read py.m_read
          readline py.m_readline
          readlines py.m_readlines
          remove py.m_remove value /
          removeprefix py.m_removeprefix prefix /
          removesuffix py.m_removesuffix suffix /
          replace py.m_replace old new count? /
          reverse py.m_reverse
          rfind py.m_rfind sub start? end? /
          rindex py.m_rindex sub start? end? /
          rjust py.m_rjust width fillchar? /
          rpartition py.m_rpartition sep /
          rsplit py.m_rsplit sep? maxsplit?
          rstrip py.m_rstrip chars? /
          setdefault py.m_setdefault key default? /
          sort py.m_sort * reverse?
          split py.m_split sep? maxsplit?
          splitlines py.m_splitlines keepends?
          startswith py.m_startswith prefix start? end? /
          strip py.m_strip chars? /
          swapcase py.m_swapcase
          title py.m_title
          update py.m_update other? /
          upper py.m_upper
          values py.m_values
          write py.m_write text /
          zfill py.m_zfill width /
          """);

  // The numbers of the runtime's types.
  private static final int INT = 1 << 3;
  private static final int FLOAT = 1 << 4;
  private static final int STR = 1 << 5;
  private static final int LIST = 1 << 6;
  private static final int TUPLE = 1 << 7;
  private static final int DICT = 1 << 8;
  private static final int RANGE = 1 << 9;
  private static final int FILE = 1 << 18;

  /** The types that have a method, a bit each. */
  static int typesWith(String method) {
    return switch (method) {
      case "append", "extend", "insert", "remove", "reverse", "sort" -> LIST;
      case "bit_count", "bit_length" -> INT;
      case "clear", "copy", "pop" -> LIST | DICT;
      case "count", "index" -> STR | LIST | TUPLE | RANGE;
      case "flush", "read", "readline", "readlines", "write" -> FILE;
      case "get", "items", "keys", "popitem", "setdefault", "update", "values" -> DICT;
      case "is_integer" -> INT | FLOAT;
      default -> STR;
    };
  }

  /** Whether an expression's value surely is of one of those types. */
  static boolean isOf(Expression expression, int types) {
    return switch (expression) {
      case Expression.StringLiteral _, Expression.JoinedString _ -> (types & STR) != 0;
      case Expression.ListDisplay _, Expression.ListComprehension _ -> (types & LIST) != 0;
      case Expression.DictDisplay _, Expression.DictComprehension _ -> (types & DICT) != 0;
      case Expression.TupleDisplay _ -> (types & TUPLE) != 0;
      case Expression.Attribute a ->
          !a.name().equals("args") && (types & FILE) != 0; // sys.stdout and the like
      default -> false;
    };
  }

  private static final Map<String, Signature> MATH =
      table(
          """
          acos py.math_acos x /
          acosh py.math_acosh x /
          asin py.math_asin x /
          asinh py.math_asinh x /
          atan py.math_atan x /
          atan2 py.math_atan2 y x /
          atanh py.math_atanh x /
          cbrt py.math_cbrt x /
          ceil py.math_ceil x /
          comb py.math_comb n k /
          copysign py.math_copysign x y /
          cos py.math_cos x /
          cosh py.math_cosh x /
          degrees py.math_degrees x /
          dist py.math_dist p q /
          erf py.math_erf x /
          erfc py.math_erfc x /
          exp py.math_exp x /
          exp2 py.math_exp2 x /
          expm1 py.math_expm1 x /
          fabs py.math_fabs x /
          factorial py.math_factorial x /
          floor py.math_floor x /
          fmod py.math_fmod x y /
          frexp py.math_frexp x /
          fsum py.math_fsum seq /
          gamma py.math_gamma x /
          gcd py.math_gcd integers...
          hypot py.math_hypot coordinates...
          isclose py.math_isclose a b * rel_tol? abs_tol?
          isfinite py.math_isfinite x /
          isinf py.math_isinf x /
          isnan py.math_isnan x /
          isqrt py.math_isqrt n /
          lcm py.math_lcm integers...
          ldexp py.math_ldexp x i /
          lgamma py.math_lgamma x /
          log py.math_log x base? /
          log10 py.math_log10 x /
          log1p py.math_log1p x /
          log2 py.math_log2 x /
          modf py.math_modf x /
          nextafter py.math_nextafter x y /
          perm py.math_perm n k? /
          pow py.math_pow x y /
          prod py.math_prod iterable / * start?
          radians py.math_radians x /
          remainder py.math_remainder x y /
          sin py.math_sin x /
          sinh py.math_sinh x /
          sqrt py.math_sqrt x /
          tan py.math_tan x /
          tanh py.math_tanh x /
          trunc py.math_trunc x /
          ulp py.math_ulp x /
          """);

  private static final Map<String, Signature> SYS =
      table(
          """
          exit py.exit status? /
          """);

  /** Constants of modules, by dotted name. */
  static final Set<String> CONSTANTS =
      Set.of(
          "math.pi",
          "math.e",
          "math.tau",
          "math.inf",
          "math.nan",
          "sys.argv",
          "sys.stdin",
          "sys.stdout",
          "sys.stderr");

  /** Types that may be named as values. */
  static final Set<String> TYPES =
      Set.of("int", "float", "bool", "str", "list", "tuple", "dict", "range");

  /** Functions that may be named as {@code key=}: those that take one argument alone. */
  static final Set<String> KEYS =
      Set.of(
          "abs", "all", "any", "ascii", "bin", "bool", "chr", "float", "hex", "int", "len", "list",
          "oct", "ord", "repr", "round", "sorted", "str", "sum", "tuple");

  /** Functions that take a generator. */
  static final Set<String> TAKE_GENERATORS =
      Set.of("sum", "any", "all", "list", "tuple", "sorted", "min", "max", "dict");

  /** Exceptions that may be named, made and raised. */
  static final Set<String> EXCEPTIONS =
      Set.of(
          ("BaseException Exception SystemExit KeyboardInterrupt GeneratorExit ArithmeticError"
                  + " FloatingPointError OverflowError ZeroDivisionError AssertionError"
                  + " AttributeError BufferError EOFError ImportError ModuleNotFoundError"
                  + " LookupError IndexError KeyError MemoryError NameError UnboundLocalError"
                  + " OSError ReferenceError RuntimeError NotImplementedError RecursionError"
                  + " StopIteration SyntaxError SystemError TypeError ValueError UnicodeError"
                  + " UnicodeDecodeError UnicodeEncodeError IOError EnvironmentError"
                  + " BlockingIOError ChildProcessError ConnectionError BrokenPipeError"
                  + " ConnectionAbortedError ConnectionRefusedError ConnectionResetError"
                  + " FileExistsError FileNotFoundError InterruptedError IsADirectoryError"
                  + " NotADirectoryError PermissionError ProcessLookupError TimeoutError")
              .split(" "));

  /** All names that Python has built in, of use in the subset or not. */
  static final Set<String> NAMES =
      Set.of(
          ("ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup"
                  + " BlockingIOError BrokenPipeError BufferError BytesWarning ChildProcessError"
                  + " ConnectionAbortedError ConnectionError ConnectionRefusedError"
                  + " ConnectionResetError DeprecationWarning EOFError Ellipsis EncodingWarning"
                  + " EnvironmentError Exception ExceptionGroup FileExistsError FileNotFoundError"
                  + " FloatingPointError FutureWarning GeneratorExit IOError ImportError"
                  + " ImportWarning IndentationError IndexError InterruptedError"
                  + " IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError"
                  + " ModuleNotFoundError NameError NotADirectoryError NotImplemented"
                  + " NotImplementedError OSError OverflowError PendingDeprecationWarning"
                  + " PermissionError ProcessLookupError RecursionError ReferenceError"
                  + " ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration"
                  + " StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError"
                  + " TimeoutError TypeError UnboundLocalError UnicodeDecodeError"
                  + " UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning"
                  + " UserWarning ValueError Warning ZeroDivisionError __build_class__ __debug__"
                  + " __doc__ __import__ __loader__ __name__ __package__ __spec__ abs aiter all"
                  + " anext any ascii bin bool breakpoint bytearray bytes callable chr"
                  + " classmethod compile complex copyright credits delattr dict dir divmod"
                  + " enumerate eval exec exit filter float format frozenset getattr globals"
                  + " hasattr hash help hex id input int isinstance issubclass iter len license"
                  + " list locals map max memoryview min next object oct open ord pow print"
                  + " property quit range repr reversed round set setattr slice sorted"
                  + " staticmethod str sum super tuple type vars zip __file__ __builtins__"
                  + " __annotations__ __cached__")
              .split(" "));

  private Builtins() {}

  /** The function of that name, or null. */
  static Signature function(String name) {
    return FUNCTIONS.get(name);
  }

  /** The method of that name, whatever type has it, or null. */
  static Signature method(String name) {
    return METHODS.get(name);
  }

  /** The function of that name in {@code math}, or null. */
  static Signature math(String name) {
    return MATH.get(name);
  }

  /** The function of that name in {@code sys}, or null. */
  static Signature sys(String name) {
    return SYS.get(name);
  }

  private static Map<String, Signature> table(String text) {
    var table = new HashMap<String, Signature>();
    for (var line : text.lines().toList()) {
      var words = line.split(" ", -1);
      var parameters = new ArrayList<Parameter>();
      var by = By.EITHER;
      for (int i = 2; i < words.length; i++) {
        var word = words[i];
        if (word.equals("/")) {
          parameters.replaceAll(p -> new Parameter(p.name, By.PLACE, p.optional, p.many));
        } else if (word.equals("*")) {
          by = By.NAME;
        } else {
          var name = word.replace("?", "").replace("...", "");
          parameters.add(new Parameter(name, by, word.endsWith("?"), word.endsWith("...")));
        }
      }
      table.put(words[0], new Signature(words[0], words[1], List.copyOf(parameters)));
    }
    return table;
  }
}
