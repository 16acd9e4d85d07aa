package sandglass.program.python;

import java.util.ArrayList;
import java.util.List;

/** Something that surrounds statements and that jumps out of them have to do with. */
sealed interface Exit {
  /** Where errors inside it go; null if past it. */
  String failLabel();

  /** A loop. */
  record Loop(String breakLabel, String continueLabel) implements Exit {
    @Override
    public String failLabel() {
      return null;
    }
  }

  /** The body of a try: errors go to its handlers. */
  record Catch(String failLabel) implements Exit {}

  /**
   * A handler, or a finally body: something is to be done however it is left.
   *
   * @param cleanup what
   */
  record Handler(String failLabel, Runnable cleanup) implements Exit {}

  /**
   * What a finally follows: other ways out lead there first.
   *
   * @param result the local that keeps what a return gives back
   */
  record Finally(String failLabel, String label, String way, String result, List<Way> ways)
      implements Exit {
    Finally(String failLabel, String label, String way, String result) {
      this(failLabel, label, way, result, new ArrayList<>());
    }

    /** The number that the finally's end tells a way by. */
    int number(Way wanted) {
      if (!ways.contains(wanted)) {
        ways.add(wanted);
      }
      return wanted.ordinal();
    }
  }

  /** The ways out of statements. */
  enum Way {
    END,
    ERROR,
    RETURN,
    BREAK,
    CONTINUE
  }
}
