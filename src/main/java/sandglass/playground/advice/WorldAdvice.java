package sandglass.playground.advice;

import java.util.List;
import java.util.Set;
import sandglass.playground.advice.Advice.Draft;
import sandglass.playground.limits.LimitKind;
import sandglass.sandbox.Quantities;
import sandglass.sandbox.World;
import sandglass.sandbox.wasi.Clock;
import sandglass.sandbox.wasi.Folder;
import sandglass.sandbox.wasi.Random;
import sandglass.sandbox.wasi.Wasi;
import sandglass.sandbox.wasi.WasiCall;

/**
 * What a guest that ended badly may have missed in its world, from the last of its calls that
 * failed for want of something that a person can give.
 */
final class WorldAdvice {
  private static final int FIRST_FOLDER = 3;
  private static final Set<String> CLOCKS =
      Set.of("clock_time_get", "clock_res_get", "poll_oneoff");

  private WorldAdvice() {}

  /** Adds what it missed, and says whether there was something. */
  static boolean add(Draft draft, EndedRun run) {
    List<WasiCall> calls = run.report().calls();
    World world = run.capsule().world();
    for (WasiCall call : calls.reversed()) {
      if (!call.errno().isEmpty()
          && !call.errno().equals("ESUCCESS")
          && hint(draft, call, world, run)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hint(Draft draft, WasiCall call, World world, EndedRun run) {
    String function = call.function();
    if (call.errno().equals("ENOTSUP") && CLOCKS.contains(function) && world.clock() == Clock.OFF) {
      draft.say("It asked for the time, and its clock is off.");
      draft.fix(new AdviceAction.TurnOnClock());
      return true;
    }
    if (call.errno().equals("ENOTSUP")
        && function.equals("random_get")
        && world.random().mode() == Random.Mode.OFF) {
      draft.say("It asked for random numbers, and they are off.");
      draft.fix(new AdviceAction.TurnOnRandom());
      return true;
    }
    if (call.errno().equals("ENOSPC")) {
      draft.say(
          "Its files had used up the file limit, or were more than "
              + Quantities.formatCount(Wasi.MAX_FILES)
              + ", which nothing raises.");
      draft.blame(LimitKind.FILES);
      draft.fix(Raise.bytes(LimitKind.FILES, run.capsule().limits(), 0));
      return true;
    }
    if (function.startsWith("path_")) {
      return path(draft, call, world.folders());
    }
    if (function.equals("fd_prestat_get") && world.folders().isEmpty()) {
      draft.say("It looked for folders, and none is given to it; if it needs files, add one.");
      draft.fix(new AdviceAction.AddFolder());
      return true;
    }
    return false;
  }

  private static boolean path(Draft draft, WasiCall call, List<Folder> folders) {
    String path = argument(call, "path", argument(call, "old_path", "a file"));
    int fd = number(argument(call, "fd", argument(call, "old_fd", "")));
    var folder =
        fd >= FIRST_FOLDER && fd - FIRST_FOLDER < folders.size()
            ? folders.get(fd - FIRST_FOLDER)
            : null;
    String verb = call.function().equals("path_open") ? "open " : "use ";
    switch (call.errno()) {
      case "EBADF" -> {
        if (fd < FIRST_FOLDER || folder != null) {
          return false;
        }
        draft.say(
            folders.isEmpty()
                ? "It wanted to %s%s, but no folder is given to it."
                : "It wanted to %s%s in a folder that it does not have.",
            verb,
            path);
        draft.fix(new AdviceAction.AddFolder());
      }
      case "ENOENT" -> {
        draft.say("It wanted to %s%s%s, but there is no such file.", verb, path, in(folder));
        draft.fix(new AdviceAction.AddFolder());
      }
      case "EPERM", "EROFS", "EACCES", "ENOTCAPABLE" -> {
        if (path.startsWith("\"/") || path.contains("..")) {
          draft.say("It wanted to %s%s, which lies outside of its folder.", verb, path);
          draft.fix(new AdviceAction.AddFolder());
        } else if (folder != null && !folder.writable()) {
          draft.say("It wanted to write %s%s, which is read-only.", path, in(folder));
          draft.fix(new AdviceAction.AllowWriting(folder.guest()));
        } else {
          return false;
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static String in(Folder folder) {
    return folder == null ? "" : " in " + AdviceText.name(folder.guest());
  }

  private static String argument(WasiCall call, String name, String otherwise) {
    return call.args().stream()
        .filter(arg -> arg.name().equals(name))
        .map(WasiCall.Arg::value)
        .findFirst()
        .orElse(otherwise);
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
  }
}
