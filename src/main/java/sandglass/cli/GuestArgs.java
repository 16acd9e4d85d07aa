package sandglass.cli;

import java.util.Arrays;
import java.util.List;

/**
 * A command line split at the first {@code --}.
 *
 * @param own what is for this program
 * @param guest what is for the guest
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one call
record GuestArgs(String[] own, List<String> guest) {

  static GuestArgs split(String[] args) {
    int at = Arrays.asList(args).indexOf("--");
    return at < 0
        ? new GuestArgs(args, List.of())
        : new GuestArgs(Arrays.copyOf(args, at), List.of(args).subList(at + 1, args.length));
  }

  /** Whether an argument that begins with a dash is a number, not an option. */
  static boolean isNumber(String arg) {
    return arg.matches("-(\\d.*|\\.\\d.*|inf.*|nan.*)");
  }
}
