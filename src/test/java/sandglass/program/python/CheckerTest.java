package sandglass.program.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckerTest {
  private static List<String> refusals(String source) {
    return Tables.analyse(source).errors().stream()
        .map(
            error ->
                error.span().line()
                    + ":"
                    + error.span().column()
                    + " "
                    + error
                        .message()
                        .replaceAll(" (is|are) outside the Python that compiles to WAT$", ""))
        .toList();
  }

  @Test
  void namesWhatIsOutsideAndWhere() {
    var table = Tables.read("syntax/refusals.tsv");
    assertTrue(table.size() > 90);
    var wrong = new ArrayList<String>();
    for (var row : table) {
      var wanted = Arrays.asList(row).subList(1, row.length);
      var said = refusals(Tables.source(row[0]));
      if (!said.equals(wanted)) {
        wrong.add(row[0] + ": " + said + ", not " + wanted);
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void saysItInASentence() {
    var error = Tables.analyse("class A: pass\n").errors().getFirst();
    assertEquals(PythonError.Kind.REFUSED, error.kind());
    assertEquals("class definitions are outside the Python that compiles to WAT", error.message());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import math as m\nfrom sys import argv, exit\nprint(m.sqrt(2), m.pi, argv[1:])\nexit(3)",
        "if __name__ == '__main__':\n    print(__name__)",
        "def f(a, b=2, /, c=3, *, d: int = 4) -> list[int] | None:\n    return [a, b, c, d]\n"
            + "print(f(1), f(1, 2, 3, d=5), f(1, c=4))",
        "x = [1, 2]\ndel x[0], x\n",
        "a, (b, *c), [d] = 1, (2, 3), [4]\nx = y = a\n",
        "try:\n    raise ValueError('x') from None\nexcept (KeyError, ValueError) as e:\n"
            + "    print(e, repr(e), e.args)\nelse:\n    pass\nfinally:\n    raise",
        "print(type(1) == int, type(1) is not str, isinstance(1, (int, str)), None is not True)",
        "print(sum(i for i in range(3)), max((i for i in [1]), default=0), ''.join(c for c in 'a'))",
        "def key(x, y=1):\n    return -x\nx = sorted([1], key=key, reverse=True)\n"
            + "x.sort(key=lambda v: v)\nprint(min([1], key=abs), sorted(['a'], key=str.lower))",
        "def f():\n    global n\n    n = 1\nf()\nprint(n)",
        "len = 3\nprint(len)",
        "def f(n):\n    return g(n)\ndef g(n):\n    return n and f(n - 1)\nprint(f(3))",
        "x: int = 1\ny: 'Foo'\n",
        "print(f'{1:>{2}} {3!r:^5} {4=} {5 = :d} {{}}')",
        "print({k: v for k, v in {'a': 1}.items() if v}, dict((c, 1) for c in 'ab'))",
        "import sys\nfor line in sys.stdin:\n    print(line, file=sys.stderr, end='', flush=True)",
        "assert 1 < 2 <= 3 != 4, 'message'\nwhile True:\n    break\nelse:\n    pass",
        "x = 10 ** 5 // 3 % 7 << 2 >> 1 & 3 | 4 ^ ~1\nx **= 2\nx //= 3\nx <<= 1\n",
        "print([1, 2, 3][::-1], 'abc'[1:], (1,)[0])",
        "from math import e\ndef f():\n    e = 3\n    return e\nprint(e, f())",
        "# -*- coding: utf-8 -*-\nprint('ä')",
      })
  void letsThroughWhatCompiles(String source) {
    assertEquals(List.of(), refusals(source));
  }

  @Test
  void letsThroughAnEmptySource() {
    assertEquals(List.of(), refusals(""));
    assertEquals(List.of(), refusals("\n# nothing\n"));
  }
}
