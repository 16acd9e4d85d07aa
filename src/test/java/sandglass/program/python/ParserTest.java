package sandglass.program.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sandglass.program.python.Expression.Binary;
import sandglass.program.python.Expression.FloatLiteral;
import sandglass.program.python.Expression.IntLiteral;
import sandglass.program.python.Expression.JoinedString;
import sandglass.program.python.Expression.StringLiteral;

class ParserTest {
  private static Expression expression(String source) {
    var result = Parser.parse(source);
    assertNull(result.error());
    return assertInstanceOf(Statement.ExpressionStatement.class, result.module().body().getFirst())
        .value();
  }

  // With brackets around every operation.
  private static String show(Expression expression) {
    return switch (expression) {
      case IntLiteral literal -> literal.value().toString();
      case Expression.Name name -> name.name();
      case Expression.Unary unary ->
          "(" + unary.operator().symbol + " " + show(unary.operand()) + ")";
      case Binary binary ->
          "("
              + show(binary.left())
              + " "
              + binary.operator().symbol
              + " "
              + show(binary.right())
              + ")";
      case Expression.BoolOp operation ->
          operation.operands().stream()
              .map(ParserTest::show)
              .collect(Collectors.joining(" " + operation.operator().symbol + " ", "(", ")"));
      case Expression.Compare compare -> {
        var text = new StringBuilder("(" + show(compare.first()));
        for (int i = 0; i < compare.rest().size(); i++) {
          text.append(" ").append(compare.operators().get(i).symbol).append(" ");
          text.append(show(compare.rest().get(i)));
        }
        yield text.append(")").toString();
      }
      case Expression.Conditional c ->
          "("
              + show(c.then())
              + " if "
              + show(c.condition())
              + " else "
              + show(c.otherwise())
              + ")";
      case Expression.TupleDisplay tuple ->
          tuple.elements().stream()
              .map(ParserTest::show)
              .collect(Collectors.joining(", ", "(", ")"));
      default -> expression.toString();
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 + 2 * 3|(1 + (2 * 3))",
        "1 - 2 - 3|((1 - 2) - 3)",
        "2 ** 3 ** 4|(2 ** (3 ** 4))",
        "-2 ** -x|(- (2 ** (- x)))",
        "not a == b|(not (a == b))",
        "a or b and not c|(a or (b and (not c)))",
        "a < b <= c is not d not in e|(a < b <= c is not d not in e)",
        "a if b else c if d else e|(a if b else (c if d else e))",
        "a << 1 + 2 & b ^ c|(((a << (1 + 2)) & b) ^ c)",
        "(a, b), c|((a, b), c)",
        "a,|(a)",
        "()|()",
      })
  void bindsAsPythonDoes(String source, String wanted) {
    assertEquals(wanted, show(expression(source)));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0_0, 0", "1_000, 1000", "0xFF, 255", "0b1_01, 5", "0o17, 15", "0X_a, 10"})
  void readsIntegers(String source, String value) {
    assertEquals(
        new BigInteger(value), assertInstanceOf(IntLiteral.class, expression(source)).value());
  }

  @ParameterizedTest
  @CsvSource({"1., 1", ".5, 0.5", "1e3, 1000", "1_0.0_1E-0_1, 1.001", "00e1, 0", "01.5, 1.5"})
  void readsFloats(String source, double value) {
    assertEquals(value, assertInstanceOf(FloatLiteral.class, expression(source)).value());
  }

  @Test
  void readsStrings() {
    assertEquals(
        "a\tb\\n\u00e9\u20acA\u0007\0\ud83d\ude00",
        assertInstanceOf(
                StringLiteral.class,
                expression(
                    "('a\\tb' r'\\n' u'\\xe9' '''\\u20ac''' \"\\101\\a\\0\" '\\N{GRINNING FACE}')"))
            .value());
    assertEquals(
        "ab\\q'\"c",
        assertInstanceOf(StringLiteral.class, expression("'a\\\nb\\q\\'\\\"c'")).value());
  }

  @Test
  void readsFormattedStrings() {
    var joined =
        assertInstanceOf(
            JoinedString.class, expression("f'a{{{x!r:>{w}}' rf\"\\n{y = }{'}' + f'{z}'}\""));
    var texts =
        joined.parts().stream()
            .map(
                part ->
                    part instanceof JoinedString.Text(String value)
                        ? value
                        : ((JoinedString.Field) part).conversion().toString())
            .toList();
    assertEquals(List.of("a{", "REPR", "\\ny = ", "REPR", "NONE"), texts);
    var first = assertInstanceOf(JoinedString.Field.class, joined.parts().get(1));
    assertEquals(2, first.format().parts().size());
  }

  @Test
  void knowsWhereThingsStand() {
    var result = Parser.parse("x = [\r\n  a.b(1),\r\n]\r\nif x:\r\n\ty = 'ä' + z\r\n");
    var assign = result.module().body().getFirst();
    assertEquals(new Span(1, 1, 3, 2), assign.span());
    var list = (Expression.ListDisplay) ((Statement.Assign) assign).value();
    assertEquals(new Span(1, 5, 3, 2), list.span());
    assertEquals(new Span(2, 3, 2, 9), list.elements().getFirst().span());
    var then = (Statement.If) result.module().body().get(1);
    assertEquals(new Span(4, 1, 5, 13), then.span());
    var inner = (Binary) ((Statement.Assign) then.body().getFirst()).value();
    assertEquals(new Span(5, 12, 5, 13), inner.right().span());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "async def f():\n  async with a as b, c: pass\n  async for x in y: await z\n"
            + "  return [i async for i in j]",
        "with (a as b, c as d,): pass\nwith (a, b): pass\nwith (a): pass\nwith a as (b, c): pass",
        "match x:\n  case [1, *rest] | {'k': v, **kw} if v: pass\n  case A(b, c=d) as e: pass\n"
            + "  case -1 + 2j | None | 'a' 'b' | x.y: pass\n  case (a, b) | []: pass\n  case _: pass",
        "match = case = type = _ = 1\nmatch(x)\nmatch[1]\nprint(match, case)\ntype(x)",
        "type X[T: int, *U, **V] = list[T]\ndef f[T](x: T) -> T: ...\nclass A[T](B, c=D): x: int",
        "@a.b(c)\n@d\nclass C: pass\n@e\nasync def f(): pass",
        "lambda: 0\nlambda a, b=1, *c, d, e=2, **f: a\nlambda a, /, b, *, c: 0\nlambda *, a: 0",
        "def f(a, b=1, /, c: int = 2, *d: str, e, f=3, **g: int) -> int: pass",
        "try: pass\nexcept* A as e: pass\nexcept* (B, C): pass",
        "print(*a, *b, c=1, **d, e=2)\nf(x for x in y)\nf(a, *b, c)\nf(**a, b=1)",
        "x = yield\n",
        "a = yield_ = [*b, *c]\nd = {**e, 'f': 1}\ng = {*h, 1}\nfor x in *i, j: pass",
        "x[1:2, ..., ::3, *y]\nx[a:=1]\nx[:]\ndel x[0], (y, z), [w]",
        "if (n := 1): pass\n[y := 1, y**2]\nprint(a := 3)",
        "global a, b\nnonlocal_ = 1\nimport a.b.c as d, e\nfrom ...f import (g as h, i,)\n"
            + "from .. import j\nfrom k import *",
        "x: int\nx.y: int = 1\n(x): int = 2\nx[0]: 'str'",
        "if a: b; c;\nelif d: e\nelse: f\nwhile a: b\nelse: c\nfor a, in b: c\nelse: d",
        "assert a, b\nraise\nraise a from b\npass; break_ = 1",
        "x = a if b else lambda: c\ny = not a in b\nz = -a ** -b",
        "'a' 'b' f'{c}' rf'{d:{e}}'\nb'a' b'b'\nf'{a!r:{b!s}}{{}}{c,}{*d, e}{lambda_}{(lambda: 1)}'",
        "f'''{\na # comment\n}'''\nf'{x:%Y-%m-%d}'\nf'{a[\"b\"]}'\nf'{ {1: 2}[1] }'",
        "x = 0if 1else 2\ny = [0x1for x in (1, 2)]\nz = 1or 2",
        "if x:\n\tif y:\n\t\tz\n        # less\n\tw\n\f\nv",
        "x = \\\n  1\nif a and \\\n   b:\n  c\n\\\nd",
        "ª = ñ = 变量 = 1\n",
        "a @ b\na @= b\n... ; Ellipsis\n1j + 2.5J\n",
      })
  void takesTheWholeGrammar(String source) {
    assertNull(Parser.parse(source).error());
  }

  @Test
  void givesAnErrorForAnythingElseWithinTime() {
    var sources = Tables.read("syntax/errors.tsv").stream().map(row -> Tables.source(row[0])).toList();
    var random = new Random(5);
    var signs = "()[]{}:;,.='\"\\\n\t #+-*/@!<>fr0x1j_é$";
    assertTimeout(
        Duration.ofSeconds(60),
        () -> {
          for (int round = 0; round < 4000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(4); i >= 0; i--) {
              text.append(sources.get(random.nextInt(sources.size())));
            }
            for (int i = random.nextInt(6); i >= 0; i--) {
              int at = random.nextInt(text.length());
              switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, signs.charAt(random.nextInt(signs.length())));
                default -> text.insert(at, text.substring(random.nextInt(at + 1), at));
              }
              if (text.isEmpty()) {
                text.append('x');
              }
            }
            Tables.analyse(text.toString());
          }
        });
  }

  @Test
  void takesLongSourcesInTime() {
    var source = "x = [i * 2 for i in range(10) if i % 3 == 0]\nprint(f'{x[0]:>5}')\n";
    assertTimeout(
        Duration.ofSeconds(20), () -> assertNull(Parser.parse(source.repeat(20_000)).error()));
  }
}
