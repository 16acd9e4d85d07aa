package sandglass.playground.samples;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import sandglass.sandbox.Limits;
import sandglass.sandbox.Quantities;
import sandglass.sandbox.wasi.Folder;

/**
 * The limits and the world that a {@link Sample} asks for, so that it runs as its comment says.
 *
 * @param limits the defaults, with the sample's changes
 * @param args the guest's arguments, without its name
 * @param env environment variables, in order
 * @param stdin what the guest reads; empty if the sample names nothing
 * @param typed whether stdin is to be typed while the guest waits; {@code stdin} is then empty
 * @param folders folders beside the sample that the guest gets
 */
public record SampleSetup(
    Limits limits,
    List<String> args,
    Map<String, String> env,
    Optional<String> stdin,
    boolean typed,
    List<Folder> folders) {

  /** Copies the collections. */
  public SampleSetup {
    args = List.copyOf(args);
    env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
    folders = List.copyOf(folders);
  }

  /** What the sample asks for; limits that are none are left at their defaults. */
  public static SampleSetup of(Sample sample) {
    var limits = Limits.DEFAULT;
    limits = with(limits, sample, "fuel", Quantities::parseCount, Limits::withFuel);
    limits = with(limits, sample, "memory", Quantities::parseBytes, Limits::withMemoryBytes);
    limits = with(limits, sample, "timeout", Quantities::parseDuration, Limits::withTimeout);
    limits = with(limits, sample, "output", Quantities::parseBytes, Limits::withOutputBytes);
    return new SampleSetup(
        limits,
        sample.args(),
        sample.env(),
        sample.text("stdin"),
        sample.one("typed").isPresent(),
        folders(sample));
  }

  private static <T> Limits with(
      Limits limits,
      Sample sample,
      String key,
      Function<String, T> parse,
      BiFunction<Limits, T, Limits> change) {
    try {
      return sample.one(key).map(value -> change.apply(limits, parse.apply(value))).orElse(limits);
    } catch (IllegalArgumentException e) {
      return limits;
    }
  }

  /** Only folders of {@code data}: a sample from elsewhere must not open the rest of the disk. */
  private static List<Folder> folders(Sample sample) {
    Path data = sample.file().resolveSibling("data").toAbsolutePath().normalize();
    List<Folder> folders = new ArrayList<>();
    for (String line : sample.all("dir")) {
      boolean writable = line.endsWith(":rw");
      String name = writable ? line.substring(0, line.length() - 3) : line;
      try {
        Path host = data.resolve(name).normalize();
        if (host.startsWith(data) && !host.equals(data)) {
          folders.add(new Folder(host, "/" + name, writable));
        }
      } catch (InvalidPathException e) {
        // No such folder can be on this system.
      }
    }
    return folders;
  }
}
