package sandglass.cli;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
    var command = e.getCommandLine();
    if (arg.startsWith("-")) {
      String option = arg.contains("=") ? arg.substring(0, arg.indexOf('=')) : arg;
      return "unknown option "
          + option
          + meant(option, command.getCommandSpec().optionsMap().keySet());
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
