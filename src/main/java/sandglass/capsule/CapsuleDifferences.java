package sandglass.capsule;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import sandglass.capsule.CapsuleFile.Code;
import sandglass.capsule.CapsuleFile.GivenInterpreter;
import sandglass.capsule.CapsuleFile.GivenInterpreter.Source;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Quantities;
import sandglass.sandbox.wasi.Random;

/** Says in what two capsules differ, field by field, what they expect aside. Pure. */
public final class CapsuleDifferences {
  private static final String NONE = "none";

  private final List<Difference> all = new ArrayList<>();

  private CapsuleDifferences() {}

  /** The differences in the order of the file; nothing if the capsules ask for the same run. */
  public static List<Difference> of(CapsuleFile a, CapsuleFile b) {
    var differences = new CapsuleDifferences();
    differences.add("name", ShortText.quoted(a.name()), ShortText.quoted(b.name()));
    differences.programs(a.program(), b.program());
    differences.add("entry", entry(a.entry()), entry(b.entry()));
    differences.limits(a.limits(), b.limits());
    differences.worlds(a.world(), b.world());
    differences.add("engine", lower(a.engine()), lower(b.engine()));
    return List.copyOf(differences.all);
  }

  private void add(String field, String a, String b) {
    if (!a.equals(b)) {
      all.add(new Difference(field, a, b));
    }
  }

  private void text(String field, String a, String b) {
    StreamDifference.of(field, bytes(a), bytes(b)).ifPresent(all::add);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private void programs(Code a, Code b) {
    switch (a) {
      case Code.Wat(var one) when b instanceof Code.Wat(var two) -> text("program.wat", one, two);
      case Code.Python(var one) when b instanceof Code.Python(var two) ->
          text("program.python", one, two);
      case Code.Module(var one) when b instanceof Code.Module(var two) ->
          add("program.module", content(one), content(two));
      case Code.Script one when b instanceof Code.Script two -> {
        text("program.script", one.text(), two.text());
        add("program.interpreter", interpreter(one.interpreter()), interpreter(two.interpreter()));
        int count = Math.max(one.packages().size(), two.packages().size());
        for (int i = 0; i < count; i++) {
          files("program.packages[" + i + "]", at(one.packages(), i), at(two.packages(), i));
        }
      }
      default -> add("program", kind(a), kind(b));
    }
  }

  private static <T> Optional<T> at(List<T> list, int index) {
    return index < list.size() ? Optional.of(list.get(index)) : Optional.empty();
  }

  private static String kind(Code program) {
    return switch (program) {
      case Code.Wat _ -> "WebAssembly text";
      case Code.Python _ -> "Python";
      case Code.Module _ -> "a module";
      case Code.Script _ -> "a script for an interpreter";
    };
  }

  /** What it holds: by path or by value, it is its digest that counts. */
  private static String content(Content content) {
    return switch (content) {
      case Content.Here(var bytes) ->
          "%s bytes, sha-256 %s"
              .formatted(Quantities.formatCount(bytes.length), ContentReader.sha256(bytes));
      case Content.There there -> there.path() + ", sha-256 " + there.sha256();
    };
  }

  private static String interpreter(GivenInterpreter interpreter) {
    String command = interpreter.command().map(text -> ", told " + text).orElse("");
    return switch (interpreter.source()) {
          case Source.Catalogued given ->
              given.id() + given.sha256().map(digest -> ", sha-256 " + digest).orElse("");
          case Source.Own(var content) -> content(content);
        }
        + command;
  }

  private static String entry(Entry entry) {
    return switch (entry) {
      case Entry.Start _ -> "_start";
      case Entry.Invoke(var export, var args) ->
          ShortText.plain(export + "(" + String.join(", ", args) + ")");
    };
  }

  private void limits(Limits a, Limits b) {
    count("limits.fuel", a.fuel(), b.fuel());
    count("limits.memory_bytes", a.memoryBytes(), b.memoryBytes());
    add("limits.timeout_ms", time(a), time(b));
    count("limits.module_bytes", a.moduleBytes(), b.moduleBytes());
    count("limits.output_bytes", a.outputBytes(), b.outputBytes());
    count("limits.file_bytes", a.fileBytes(), b.fileBytes());
    count("limits.table_elements", a.tableElements(), b.tableElements());
  }

  private static String time(Limits limits) {
    return CommandLineText.time(limits.timeout());
  }

  private void count(String field, long a, long b) {
    add(field, Quantities.formatCount(a), Quantities.formatCount(b));
  }

  private void worlds(CapsuleFile.GivenWorld a, CapsuleFile.GivenWorld b) {
    int count = Math.max(a.args().size(), b.args().size());
    for (int i = 0; i < count; i++) {
      add("world.args[" + i + "]", quoted(at(a.args(), i)), quoted(at(b.args(), i)));
    }
    for (String name : keys(a.env(), b.env())) {
      String field = "world.env." + ShortText.plain(name);
      add(field, quoted(a.env(), name), quoted(b.env(), name));
    }
    if (a.stdin() instanceof Content.Here(var one) && b.stdin() instanceof Content.Here(var two)) {
      StreamDifference.of("world.stdin", one, two).ifPresent(all::add);
    } else {
      add("world.stdin", content(a.stdin()), content(b.stdin()));
    }
    folders(a.folders(), b.folders());
    add("world.clock", lower(a.clock()), lower(b.clock()));
    add("world.random", random(a.random()), random(b.random()));
  }

  private static List<String> keys(Map<String, ?> a, Map<String, ?> b) {
    var keys = new LinkedHashSet<>(a.keySet());
    keys.addAll(b.keySet());
    return List.copyOf(keys);
  }

  private static String quoted(Optional<String> text) {
    return text.map(ShortText::quoted).orElse(NONE);
  }

  private static String quoted(Map<String, String> texts, String key) {
    return quoted(Optional.ofNullable(texts.get(key)));
  }

  private static String random(Random random) {
    return random.mode() == Random.Mode.SEEDED
        ? "seeded with " + random.seed()
        : lower(random.mode());
  }

  private void folders(List<GivenFolder> a, List<GivenFolder> b) {
    var one = byGuest(a);
    var two = byGuest(b);
    for (String guest : keys(one, two)) {
      String field = "world.folders " + ShortText.plain(guest);
      var first = Optional.ofNullable(one.get(guest));
      var second = Optional.ofNullable(two.get(guest));
      if (first.isPresent() && second.isPresent()) {
        add(field, access(first.get()), access(second.get()));
      }
      files(field, first.map(GivenFolder::files), second.map(GivenFolder::files));
    }
  }

  private static Map<String, GivenFolder> byGuest(List<GivenFolder> folders) {
    var map = new LinkedHashMap<String, GivenFolder>();
    folders.forEach(folder -> map.put(folder.guest(), folder));
    return map;
  }

  private static String access(GivenFolder folder) {
    String also =
        folder.also().isEmpty()
            ? ""
            : ", also called " + ShortText.plain(String.join(", ", folder.also()));
    return (folder.writable() ? "writable" : "read-only") + also;
  }

  private void files(String field, Optional<GivenFolder.Files> a, Optional<GivenFolder.Files> b) {
    if (a.isPresent()
        && b.isPresent()
        && a.get() instanceof GivenFolder.Files.Here one
        && b.get() instanceof GivenFolder.Files.Here two) {
      items(field, one, two);
    } else {
      add(field, files(a), files(b));
    }
  }

  private static String files(Optional<GivenFolder.Files> files) {
    return files.map(CapsuleDifferences::files).orElse(NONE);
  }

  private static String files(GivenFolder.Files files) {
    return switch (files) {
      case GivenFolder.Files.Here here -> here.items().size() + " items by value";
      case GivenFolder.Files.There there -> there.path() + ", sha-256 " + there.sha256();
    };
  }

  private void items(String field, GivenFolder.Files.Here a, GivenFolder.Files.Here b) {
    var one = byPath(a);
    var two = byPath(b);
    for (String path : keys(one, two)) {
      String name = field + ": " + ShortText.plain(path);
      var first = one.get(path);
      var second = two.get(path);
      if (first instanceof GivenFolder.Item.File(var _, var x)
          && second instanceof GivenFolder.Item.File(var _, var y)) {
        StreamDifference.of(name, x.bytes(), y.bytes()).ifPresent(all::add);
      } else {
        add(name, item(first), item(second));
      }
    }
  }

  private static Map<String, GivenFolder.Item> byPath(GivenFolder.Files.Here files) {
    var map = new LinkedHashMap<String, GivenFolder.Item>();
    files.items().forEach(item -> map.put(item.path(), item));
    return map;
  }

  private static String item(GivenFolder.Item item) {
    return switch (item) {
      case null -> NONE;
      case GivenFolder.Item.File file -> "a file, " + content(file.content());
      case GivenFolder.Item.Folder _ -> "an empty folder";
      case GivenFolder.Item.Link link -> "a link to " + ShortText.plain(link.target());
    };
  }
}
