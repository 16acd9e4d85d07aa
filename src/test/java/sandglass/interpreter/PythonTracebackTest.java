package sandglass.interpreter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sandglass.interpreter.PythonTraceback.Frame;

/** Places in what Python writes to stderr. */
class PythonTracebackTest {
  @Test
  void findsCallsAndMessage() {
    String text =
        """
        some output
        Traceback (most recent call last):
          File "/script/main.py", line 5, in <module>
            f(0)
          File "/script/main.py", line 2, in f
            return 1 / x
                   ~~^~~
        ZeroDivisionError: division by zero
        """;
    var found = PythonTraceback.find(text).orElseThrow();
    assertEquals("ZeroDivisionError: division by zero", found.message());
    assertEquals(
        List.of(new Frame("/script/main.py", 5, "<module>"), new Frame("/script/main.py", 2, "f")),
        found.frames());
    assertEquals(2, found.innermostIn("/script/main.py").orElseThrow().line());
    assertEquals("main.py", found.frames().getFirst().fileName());
    assertTrue(found.innermostIn("/script/other.py").isEmpty());
  }

  @Test
  void findsSyntaxErrors() {
    String text =
        """
          File "/script/a b.py", line 3
            print(
                 ^
        SyntaxError: '(' was never closed
        """;
    var found = PythonTraceback.find(text).orElseThrow();
    assertEquals(List.of(new Frame("/script/a b.py", 3, "")), found.frames());
    assertEquals("SyntaxError: '(' was never closed", found.message());
  }

  @Test
  void takesTheLastOfAChain() {
    String text =
        """
        Traceback (most recent call last):
          File "a.py", line 2, in g
            raise KeyError(1)
        KeyError: 1

        During handling of the above exception, another exception occurred:

        Traceback (most recent call last):
          File "a.py", line 4, in <module>
            raise my.Error
          [Previous line repeated 996 more times]
        my.Error
        """;
    assertEquals(2, PythonTraceback.findAll(text).size());
    assertEquals("my.Error", PythonTraceback.find(text).orElseThrow().message());
    assertEquals(4, PythonTraceback.find(text).orElseThrow().frames().getFirst().line());
  }

  @Test
  void knowsAPlaceByItsLine() {
    assertEquals(
        Optional.of(new Frame("/script/x.py", 12, "Box.open")),
        PythonTraceback.place("  |   File \"/script/x.py\", line 12, in Box.open\r"));
    assertTrue(PythonTraceback.place("    f(0)").isEmpty());
    assertTrue(PythonTraceback.place("File x, line 3").isEmpty());
    assertTrue(PythonTraceback.find("no error: here\n").isEmpty());
  }
}
