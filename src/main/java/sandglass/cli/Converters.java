package sandglass.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Quantities;
import sandglass.sandbox.wasi.Clock;
import sandglass.sandbox.wasi.Folder;
import sandglass.sandbox.wasi.Random;

/** Turns the texts of options into values; a message quotes the text and shows an example. */
final class Converters {
  private Converters() {}

  private static <T> T convert(String text, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  /** A size such as {@code 256MiB}. */
  static final class Bytes implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      return Converters.convert(text, Quantities::parseBytes);
    }
  }

  /** A count such as {@code 1M}. */
  static final class Count implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      return Converters.convert(text, Quantities::parseCount);
    }
  }

  /** A duration such as {@code 30s}. */
  static final class Time implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      return Converters.convert(text, Quantities::parseDuration);
    }
  }

  private static <E extends Enum<E>> E choice(Class<E> type, String text) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(text)) {
        return constant;
      }
    }
    throw new TypeConversionException(
        "\"%s\" is not one of %s"
            .formatted(
                text,
                Arrays.stream(type.getEnumConstants())
                    .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "))));
  }

  /** A kind of clock. */
  static final class ClockOption implements ITypeConverter<Clock> {
    @Override
    public Clock convert(String text) {
      return choice(Clock.class, text);
    }
  }

  /** A kind of random source. */
  static final class RandomOption implements ITypeConverter<Random.Mode> {
    @Override
    public Random.Mode convert(String text) {
      return choice(Random.Mode.class, text);
    }
  }

  /** An engine. */
  static final class EngineOption implements ITypeConverter<Engine> {
    @Override
    public Engine convert(String text) {
      return choice(Engine.class, text);
    }
  }

  /** A seed: any 64-bit number, decimal or hexadecimal. */
  static final class Seed implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      try {
        return Long.decode(text);
      } catch (NumberFormatException e) {
        throw new TypeConversionException(
            "\"" + text + "\" is not a 64-bit number; write for example 42 or 0xBEEF");
      }
    }
  }

  /** A name and a value such as {@code LANG=en}. */
  static final class Variable implements ITypeConverter<EnvVariable> {
    @Override
    public EnvVariable convert(String text) {
      int equals = text.indexOf('=');
      if (equals <= 0) {
        throw new TypeConversionException(
            "\"" + text + "\" is not NAME=VALUE; write for example LANG=en");
      }
      return new EnvVariable(text.substring(0, equals), text.substring(equals + 1));
    }
  }

  /** An environment variable. */
  record EnvVariable(String name, String value) {}

  /** A folder such as {@code data::/data:rw}. */
  static final class FolderOption implements ITypeConverter<Folder> {
    @Override
    public Folder convert(String text) {
      boolean writable = text.endsWith(":rw");
      String rest = writable || text.endsWith(":ro") ? text.substring(0, text.length() - 3) : text;
      int colons = rest.indexOf("::");
      String host = colons < 0 ? rest : rest.substring(0, colons);
      String guest = colons < 0 ? rest : rest.substring(colons + 2);
      if (host.isEmpty() || guest.isEmpty()) {
        throw new TypeConversionException(
            "\"" + text + "\" is not HOST[::GUEST][:rw]; write for example data::/data:rw");
      }
      try {
        return new Folder(Path.of(host), guest, writable);
      } catch (InvalidPathException e) {
        throw new TypeConversionException("\"" + host + "\" is not a path: " + e.getReason());
      }
    }
  }
}
