package sandglass.ui.results;

import java.util.Set;
import sandglass.sandbox.wasi.WasiCall;

/** What to do about a WASI call that failed, where that is plain. Pure. */
final class CallHints {
  private static final Set<String> CHANGING =
      Set.of(
          "path_create_directory",
          "path_filestat_set_times",
          "path_link",
          "path_open",
          "path_remove_directory",
          "path_rename",
          "path_symlink",
          "path_unlink_file");

  private CallHints() {}

  /** The hint; empty where the errno says all there is to say. */
  static String of(WasiCall call) {
    String function = call.function();
    return switch (call.errno()) {
      case "EBADF" -> badDescriptor(function);
      case "ENOTCAPABLE", "EPERM", "EACCES" -> denied(function);
      case "EROFS" -> "the folder is read-only; make it writable under World";
      case "ENOENT" -> function.startsWith("path_") ? "there is no such file in the folder" : "";
      case "ENOSPC", "EDQUOT" ->
          "the guest's files are at their limit; raise the file limit under Limits, or write fewer"
              + " than 10,000 files";
      case "ENOSYS", "ENOTSUP" ->
          function.startsWith("clock_") || function.equals("poll_oneoff")
              ? "this clock is not given to the guest; switch it on under World"
              : function.equals("random_get")
                  ? "random numbers are off; switch them on under World"
                  : "the sandbox does not offer this";
      case "EINVAL" ->
          function.startsWith("clock_") ? "the clock is off, or the guest asked for another" : "";
      case "ESPIPE" -> "streams have no position to go to";
      case "EMFILE" -> "too many files are open at once";
      default -> "";
    };
  }

  private static String badDescriptor(String function) {
    if (function.equals("fd_prestat_get")) {
      return "the guest asks for its folders until there are no more; this is how it learns";
    }
    return function.startsWith("path_")
        ? "no folder is given to the guest; add one under World"
        : "nothing is open under that number";
  }

  private static String denied(String function) {
    if (function.startsWith("sock_")) {
      return "there is no network";
    }
    return CHANGING.contains(function)
        ? "the path leads out of the folder, or the folder is read-only; see World"
        : "the guest did not ask for that right when it opened the file";
  }

  /** Whether the call did not do what the guest asked. */
  static boolean failed(WasiCall call) {
    return !call.errno().isEmpty() && !call.errno().equals("ESUCCESS");
  }
}
