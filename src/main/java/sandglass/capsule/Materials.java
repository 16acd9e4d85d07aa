package sandglass.capsule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sandglass.capsule.CapsuleFile.Code;

/**
 * The files and folders that a command line names. What a capsule holds by value must be saved
 * under a name first, and a note says so. Belongs to one thread.
 */
final class Materials {
  /** Longer texts are a nuisance in a command line. */
  private static final int MAX_STDIN = 4_000;

  private final CapsuleFile file;
  private final List<String> notes = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();

  Materials(CapsuleFile file) {
    this.file = file;
  }

  List<String> notes() {
    return notes;
  }

  void note(String sentence) {
    notes.add(sentence);
  }

  /** The file of the program, or of the script. */
  String program() {
    return switch (file.program()) {
      case Code.Wat _ -> saved(named(".wat"), "the program");
      case Code.Python _ -> saved(named(".py"), "the program");
      case Code.Script _ -> saved(named(""), "the script");
      case Code.Module(Content.Here _) -> saved(named(""), "the module");
      case Code.Module(Content.There there) -> there.path();
    };
  }

  /** The program's name as a file's name, with an ending by which it is known. */
  private String named(String ending) {
    String name = lastPart(file.name());
    return name.endsWith(ending) ? name : name + ending;
  }

  /** The last part of a path. */
  static String lastPart(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  private String saved(String name, String what) {
    String free = free(name);
    notes.add("save " + what + " as " + free + " first: it is in the capsule");
    return free;
  }

  private String free(String name) {
    String base = name.isEmpty() || name.equals(".") || name.equals("..") ? "file" : name;
    String free = base;
    for (int i = 2; !taken.add(free); i++) {
      free = base + "-" + i;
    }
    return free;
  }

  /** The module of an interpreter. */
  String interpreter(Content content) {
    return content instanceof Content.There there
        ? there.path()
        : saved("interpreter.wasm", "the interpreter");
  }

  /** A folder. */
  String folder(GivenFolder.Files files, String guest) {
    if (files instanceof GivenFolder.Files.There there) {
      return there.path();
    }
    String free = free(lastPart(guest.replaceAll("[/:]+$", "")).replace(':', '_'));
    notes.add(
        "save the files of the folder "
            + ShortText.plain(guest)
            + " in "
            + ShortText.plain(free)
            + " first: they are in the capsule");
    return free;
  }

  /** The stdin as a file, where it is not {@link #shortStdin}; empty if there is none. */
  Optional<String> stdinFile() {
    return switch (file.world().stdin()) {
      case Content.There there -> Optional.of(there.path());
      case Content.Here here when here.bytes().length == 0 -> Optional.empty();
      case Content.Here _ -> Optional.of(saved("stdin.bin", "the stdin"));
    };
  }

  /** The stdin, where it is a text that a command line can hold. */
  Optional<String> shortStdin() {
    return file.world().stdin() instanceof Content.Here here
            && here.bytes().length > 0
            && here.bytes().length <= MAX_STDIN
        ? ContentJson.text(here).filter(text -> text.indexOf('\0') < 0)
        : Optional.empty();
  }
}
