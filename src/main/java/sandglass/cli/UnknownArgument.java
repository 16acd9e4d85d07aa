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
    return command.getSubcommands().isEmpty()
        ? "unexpected argument " + arg
        : "unknown command " + arg + meant(arg, command.getSubcommands().keySet());
  }

  private static String meant(String word, Collection<String> known) {
    Optional<String> nearest =
        known.stream()
            .filter(candidate -> candidate.length() > 2)
            .min((a, b) -> Integer.compare(distance(word, a), distance(word, b)));
    return nearest
        .filter(candidate -> distance(word, candidate) <= Math.max(2, candidate.length() / 3))
        .map(candidate -> "; did you mean " + candidate + "?")
        .orElse("");
  }

  /** How many characters to insert, delete or replace to get from one word to the other. */
  private static int distance(String a, String b) {
    var row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
