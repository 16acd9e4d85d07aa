package sandglass.program.python;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what keeps a program from compiling to WAT. */
final class Refusals {
  private final List<PythonError> found = new ArrayList<>();

  /** One thing of a kind. */
  void one(Span span, String what) {
    add(span, what + " is outside the Python that compiles to WAT");
  }

  /** A kind of things. */
  void many(Span span, String what) {
    add(span, what + " are outside the Python that compiles to WAT");
  }

  /** A call that fails whenever it is run; CPython's message. */
  void fails(Span span, String message) {
    one(span, "a call that cannot succeed (" + message + ")");
  }

  private void add(Span span, String message) {
    found.add(new PythonError(span, message, PythonError.Kind.REFUSED));
  }

  /** All of them, by place. */
  List<PythonError> all() {
    return found.stream()
        .sorted(
            Comparator.comparingInt((PythonError error) -> error.span().line())
                .thenComparingInt(error -> error.span().column()))
        .distinct()
        .toList();
  }
}
