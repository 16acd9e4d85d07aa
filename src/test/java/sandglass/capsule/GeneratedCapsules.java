package sandglass.capsule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import sandglass.capsule.CapsuleFile.Code;
import sandglass.capsule.CapsuleFile.GivenInterpreter;
import sandglass.capsule.CapsuleFile.GivenWorld;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Limits;
import sandglass.sandbox.wasi.Clock;

/** Capsules of every shape, the same ones for the same seed. */
final class GeneratedCapsules {
  private static final String[] PIECES = {
    "a",
    "main",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "\"",
    "\\",
    "\\n",
    "é",
    "日本",
    "🙂",
    "\u0000",
    "\u001b[31m",
    "\u202e",
    "\u2028",
    "\ufeff",
    "(module)",
    "{}",
    "[",
    "'",
    "$x",
    "\u007f",
    "\ufffd"
  };
  private static final String[] NAMES = {"a", "b c", "é", "日本", ".hidden", "$HOME", "x\ny", "…"};

  private final Random random;

  GeneratedCapsules(long seed) {
    random = new Random(seed);
  }

  CapsuleFile next() {
    Code program = program();
    boolean script = program instanceof Code.Script;
    return new CapsuleFile(
        "main" + random.nextInt(100) + (script ? ".py" : "/x.wat"),
        program,
        script || coin() ? Entry.START : new Entry.Invoke(text(), texts()),
        limits(),
        new GivenWorld(
            texts(),
            env(),
            coin() ? Content.NONE : content(),
            folders(),
            choice(Clock.values()),
            randomSource()),
        choice(Engine.values()),
        optional(this::expected));
  }

  private sandglass.sandbox.wasi.Random randomSource() {
    return switch (random.nextInt(3)) {
      case 0 -> sandglass.sandbox.wasi.Random.seeded(random.nextLong());
      case 1 -> sandglass.sandbox.wasi.Random.REAL;
      default -> sandglass.sandbox.wasi.Random.OFF;
    };
  }

  private Code program() {
    return switch (random.nextInt(4)) {
      case 0 -> new Code.Wat(text());
      case 1 -> new Code.Python(text());
      case 2 -> new Code.Module(content());
      default -> {
        GivenInterpreter.Source source =
            coin()
                ? new GivenInterpreter.Source.Catalogued("cpython", optional(this::digest))
                : new GivenInterpreter.Source.Own(content());
        yield new Code.Script(
            text(), new GivenInterpreter(source, optional(this::text)), list(this::files));
      }
    };
  }

  private Limits limits() {
    return new Limits(
        1 + random.nextLong(Limits.MAX_FUEL),
        random.nextLong(Long.MAX_VALUE),
        coin()
            ? Duration.ofNanos(1 + random.nextLong(Duration.ofDays(365).toNanos()))
            : Duration.ofSeconds(1 + random.nextInt(1000)),
        8 + random.nextLong(1L << 40),
        random.nextInt(1000),
        Long.MAX_VALUE,
        random.nextInt(1000));
  }

  private Map<String, String> env() {
    var env = new LinkedHashMap<String, String>();
    list(this::text).forEach(name -> env.put(name, text()));
    return env;
  }

  private List<GivenFolder> folders() {
    return list(() -> new GivenFolder("/" + text(), coin(), files(), texts()));
  }

  private GivenFolder.Files files() {
    if (random.nextInt(4) == 0) {
      return new GivenFolder.Files.There("p" + text().replace("\0", ""), digest());
    }
    var items = new TreeMap<String, GivenFolder.Item>();
    for (int i = random.nextInt(5); i > 0; i--) {
      String path = "d" + i + "/" + choice(NAMES) + (coin() ? "/" + choice(NAMES) : "");
      GivenFolder.Item item =
          switch (random.nextInt(4)) {
            case 0 -> new GivenFolder.Item.Folder(path);
            case 1 -> new GivenFolder.Item.Link(path, text());
            default -> new GivenFolder.Item.File(path, here());
          };
      items.put(path, item);
    }
    return new GivenFolder.Files.Here(List.copyOf(items.values()));
  }

  private Expected expected() {
    return new Expected(
        optional(() -> choice("exited", "trapped", "out_of_fuel", "timed_out", "rejected")),
        optional(random::nextInt),
        optional(this::text),
        optional(this::texts),
        number(),
        number(),
        optional(() -> list(() -> new Expected.Growth(count(), count(), coin()))),
        optional(this::here),
        optional(this::here),
        number(),
        number(),
        optional(
            () -> list(() -> new Expected.File(text(), choice("created", "changed"), count()))),
        optional(() -> list(() -> new Expected.Call(count(), text()))),
        optional(this::digest));
  }

  private OptionalLong number() {
    return coin() ? OptionalLong.empty() : OptionalLong.of(count());
  }

  private long count() {
    return random.nextLong() & Long.MAX_VALUE;
  }

  private Content content() {
    return random.nextInt(3) == 0 ? new Content.There("some/" + choice(NAMES), digest()) : here();
  }

  private Content.Here here() {
    if (coin()) {
      return new Content.Here(text().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    var bytes = new byte[random.nextInt(40)];
    random.nextBytes(bytes);
    return new Content.Here(bytes);
  }

  private String digest() {
    return "%016x".formatted(random.nextLong()).repeat(4);
  }

  private String text() {
    var text = new StringBuilder();
    for (int i = random.nextInt(coin() ? 4 : 60); i > 0; i--) {
      text.append(choice(PIECES));
    }
    return text.toString();
  }

  private List<String> texts() {
    return list(this::text);
  }

  private <T> List<T> list(Supplier<T> item) {
    var list = new ArrayList<T>();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(item.get());
    }
    return list;
  }

  private <T> Optional<T> optional(Supplier<T> value) {
    return coin() ? Optional.of(value.get()) : Optional.empty();
  }

  @SafeVarargs
  private <T> T choice(T... values) {
    return values[random.nextInt(values.length)];
  }

  private boolean coin() {
    return random.nextBoolean();
  }
}
