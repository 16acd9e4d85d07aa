package sandglass.playground.advice;

import sandglass.playground.limits.LimitKind;

/** Something that may help after a run, as data: the window does it. */
public sealed interface AdviceAction {
  /** What its button says. */
  String text();

  /**
   * Sets a limit and runs again.
   *
   * @param to units of fuel, bytes, nanoseconds or elements; above what it was, and in range
   */
  record RaiseLimit(LimitKind kind, long to) implements AdviceAction {
    @Override
    public String text() {
      return "Raise " + kind.label() + " to " + kind.formatShort(to) + " and run again";
    }
  }

  /**
   * Shows a place in the text that was run.
   *
   * @param line from 1
   * @param column in characters, from 1
   * @param length characters to select on that line
   */
  record GoTo(int line, int column, int length) implements AdviceAction {
    @Override
    public String text() {
      return "Open line " + line;
    }
  }

  /** Shows what the guest wrote to stderr. */
  record ShowStderr() implements AdviceAction {
    @Override
    public String text() {
      return "Show stderr";
    }
  }

  /** Shows the WASI calls. */
  record ShowCalls() implements AdviceAction {
    @Override
    public String text() {
      return "Show calls";
    }
  }

  /**
   * Calls an export in place of {@code _start}.
   *
   * @param name the export
   * @param needsArguments whether a person must give arguments first
   */
  record CallExport(String name, boolean needsArguments) implements AdviceAction {
    @Override
    public String text() {
      return "Call " + AdviceText.name(name) + (needsArguments ? "…" : "");
    }
  }

  /** Runs the document that was not compiled by CPython. */
  record RunWithCPython() implements AdviceAction {
    @Override
    public String text() {
      return "Run with CPython";
    }
  }

  /** Lets a person choose a folder for the guest. */
  record AddFolder() implements AdviceAction {
    @Override
    public String text() {
      return "Give it a folder…";
    }
  }

  /**
   * Makes a folder writable and runs again.
   *
   * @param guest the guest's name for it
   */
  record AllowWriting(String guest) implements AdviceAction {
    @Override
    public String text() {
      return "Make " + AdviceText.name(guest) + " writable and run again";
    }
  }

  /** Gives the guest the virtual clock and runs again. */
  record TurnOnClock() implements AdviceAction {
    @Override
    public String text() {
      return "Turn on the clock and run again";
    }
  }

  /** Gives the guest seeded random numbers and runs again. */
  record TurnOnRandom() implements AdviceAction {
    @Override
    public String text() {
      return "Turn on random numbers and run again";
    }
  }
}
