package sandglass.playground.recorded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import sandglass.capsule.CapsuleFile;
import sandglass.capsule.CapsuleReader;
import sandglass.data.DataException;
import sandglass.playground.files.WholeFile;
import sandglass.playground.recorded.RecordedRun.Content;
import sandglass.playground.recorded.RecordedRun.Stamp;
import sandglass.program.InputFile;
import sandglass.program.ProgramException;

/** Looks into a folder of capsules. Reads files, so not for the FX thread. */
final class RecordedFolder {
  /** Names of a folder that are looked at; what lies in one with more is left to other tools. */
  static final int MAX_NAMES = 100_000;

  private static final Pattern NAME =
      Pattern.compile("(\\d{8}-\\d{6})-\\d+-(.+)-([a-z_]+)" + Pattern.quote(CapsuleFile.SUFFIX));
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);
  private static final Comparator<RecordedRun> NEWEST_FIRST =
      Comparator.comparing(RecordedRun::time).thenComparing(RecordedRun::name).reversed();

  /** Bytes that are read in one go, but for one file at least. */
  private static final long BATCH_BYTES = 16L << 20;

  private static final int BATCH_FILES = 100;

  private RecordedFolder() {}

  /**
   * What was found.
   *
   * @param runs the newest first
   * @param more how many older ones are left out
   * @param failure why the folder cannot be read; {@code ""} if it can
   */
  record Found(List<RecordedRun> runs, int more, String failure) {}

  /**
   * Lists a folder; what has not changed is taken from before.
   *
   * @param most how many are listed
   */
  static Found list(Path folder, List<RecordedRun> before, int most) {
    Map<Path, RecordedRun> known =
        before.stream().collect(Collectors.toMap(RecordedRun::file, Function.identity()));
    var runs = new ArrayList<RecordedRun>();
    try (var files = Files.newDirectoryStream(folder, "*" + CapsuleFile.SUFFIX)) {
      for (Path file : files) {
        if (runs.size() >= MAX_NAMES || Thread.currentThread().isInterrupted()) {
          break;
        }
        listed(file, known.get(file)).ifPresent(runs::add);
      }
    } catch (NoSuchFileException e) {
      return new Found(List.of(), 0, "There is no such folder any more");
    } catch (NotDirectoryException e) {
      return new Found(List.of(), 0, "This is not a folder; choose the folder that holds it");
    } catch (IOException e) {
      return new Found(List.of(), 0, "The folder cannot be read: " + WholeFile.reason(e));
    } catch (DirectoryIteratorException e) {
      return new Found(
          List.of(), 0, "The folder cannot be read: " + WholeFile.reason(e.getCause()));
    }
    runs.sort(NEWEST_FIRST);
    int shown = Math.min(most, runs.size());
    return new Found(List.copyOf(runs.subList(0, shown)), runs.size() - shown, "");
  }

  private static Optional<RecordedRun> listed(Path file, RecordedRun before) {
    if (file.getFileName().toString().startsWith(".")) {
      return Optional.empty(); // still being written
    }
    try {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      long modified = attributes.lastModifiedTime().toMillis();
      var stamp = new Stamp(modified, attributes.size());
      if (before != null && before.stamp().equals(stamp)) {
        return Optional.of(before);
      }
      return attributes.isRegularFile() ? Optional.of(unread(file, stamp)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // taken away meanwhile
    }
  }

  private static RecordedRun unread(Path file, Stamp stamp) {
    var modified = Instant.ofEpochMilli(stamp.modifiedMillis());
    var time = LocalDateTime.ofInstant(modified, ZoneId.systemDefault());
    var name = NAME.matcher(file.getFileName().toString());
    var content = new Content.Unread();
    if (!name.matches()) {
      return new RecordedRun(file, stamp, time, "", "", content);
    }
    try {
      time = LocalDateTime.parse(name.group(1), TIME);
    } catch (DateTimeException e) {
      // Digits that are no time: the file's own will do.
    }
    return new RecordedRun(file, stamp, time, name.group(2), name.group(3), content);
  }

  /**
   * Reads some of those that are not read yet, the first ones first.
   *
   * @return them alone
   */
  static List<RecordedRun> read(List<RecordedRun> runs) {
    var read = new ArrayList<RecordedRun>();
    long bytes = 0;
    for (var run : runs) {
      if (run.content() instanceof Content.Unread) {
        bytes += run.stamp().bytes();
        boolean full = bytes > BATCH_BYTES || read.size() >= BATCH_FILES;
        if ((full && !read.isEmpty()) || Thread.currentThread().isInterrupted()) {
          break;
        }
        read.add(run.with(content(run)));
      }
    }
    return read;
  }

  private static Content content(RecordedRun run) {
    try {
      byte[] bytes = InputFile.read(run.file(), CapsuleReader.MAX_BYTES);
      var file = CapsuleReader.read(run.name(), new String(bytes, StandardCharsets.UTF_8));
      var expected = file.expected();
      return new Content.Capsule(
          file.name(),
          expected.flatMap(e -> e.outcome()),
          expected.flatMap(e -> e.exitCode()),
          expected.map(e -> e.fuelUsed()).orElse(java.util.OptionalLong.empty()));
    } catch (DataException e) {
      return new Content.Damaged(reason(e.problems().getFirst().line("")));
    } catch (ProgramException e) {
      return new Content.Damaged(reason(e.getMessage().replace(run.file().toString(), "")));
    }
  }

  /** Without the file's name, which stands beside it. */
  private static String reason(String message) {
    String first = message.lines().findFirst().orElse("cannot be read");
    return first.replaceFirst("^[: ]+", "");
  }
}
