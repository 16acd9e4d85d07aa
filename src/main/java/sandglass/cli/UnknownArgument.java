package sandglass.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says which argument is unknown, and which one may be meant. */
final class UnknownArgument {
  private UnknownArgument() {}

  static UnmatchedArgumentException of(CommandLine command, String arg) {
    return new UnmatchedArgumentException(command, List.of(arg));
  }

  static String message(UnmatchedArgumentException e) {
    String arg = e.getUnmatched().getFirst();
    boolean option = arg.startsWith("-");
    String what = option ? "unknown option " + arg : "unexpected argument " + arg;
    if (!option && e.getCommandLine().getParent() == null) {
      what = "unknown command " + arg;
    }
    var suggestions = e.getSuggestions();
    return suggestions.isEmpty()
        ? what
        : what
            + "; did you mean "
            + String.join(" or ", suggestions.stream().limit(2).toList())
            + "?";
  }
}
