package sandglass.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.UnmatchedArgumentException;
import sandglass.program.NearMiss;

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
          + NearMiss.of(option, command.getCommandSpec().optionsMap().keySet());
    }
    return command.getSubcommands().isEmpty()
        ? "unexpected argument " + arg
        : "unknown command " + arg + NearMiss.of(arg, command.getSubcommands().keySet());
  }
}
