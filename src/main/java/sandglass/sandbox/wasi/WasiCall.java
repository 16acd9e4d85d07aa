package sandglass.sandbox.wasi;

import java.util.List;

/**
 * One WASI call, decoded.
 *
 * @param fuel fuel used when it was made
 * @param function its name, such as {@code path_open}
 * @param args its arguments in order, decoded: strings quoted, flags by name
 * @param errno the result by name, such as {@code ESUCCESS}; {@code ""} if the call did not return
 * @param result what it gave back, decoded, such as {@code fd=4} or {@code nwritten=17}; may be
 *     empty
 */
public record WasiCall(long fuel, String function, List<Arg> args, String errno, String result) {

  /** One decoded argument. */
  public record Arg(String name, String value) {}

  @Override
  public String toString() {
    var text = new StringBuilder(function).append('(');
    for (int i = 0; i < args.size(); i++) {
      text.append(i == 0 ? "" : ", ").append(args.get(i).name()).append('=');
      text.append(args.get(i).value());
    }
    text.append(')');
    if (!errno.isEmpty()) {
      text.append(" = ").append(errno);
    }
    return result.isEmpty()
        ? text.toString()
        : text.append(" (").append(result).append(')').toString();
  }
}
