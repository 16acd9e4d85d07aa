package sandglass.playground.samples;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import sandglass.playground.common.Threads;

/** The samples of the menu, in a teaching order, {@code hello} first. */
public final class Samples {
  private static final Set<String> SOURCES = Set.of("wat", "c", "rs", "py");
  private static final String MODULE = "wasm";
  private static final int MAX_FILES = 1_000;
  private static final Comparator<Sample> TEACHING_ORDER =
      Comparator.comparing(Sample::group)
          .thenComparingInt(Sample::order)
          .thenComparing(Sample::name);

  private final Threads threads;
  private final ObservableList<Sample> all = FXCollections.observableArrayList();
  private final ObservableList<Sample> view = FXCollections.unmodifiableObservableList(all);

  /** No samples, until {@link #load}. */
  public Samples(Threads threads) {
    this.threads = threads;
  }

  /** The samples, in the order of the menu; not to be changed. */
  public ObservableList<Sample> all() {
    return view;
  }

  /**
   * Reads the folder in the background.
   *
   * @param loaded then gets the samples, on the FX thread; empty if there are none
   */
  public void load(Path folder, Consumer<List<Sample>> loaded) {
    threads.background(
        () -> read(folder),
        samples -> {
          all.setAll(samples);
          loaded.accept(view);
        });
  }

  /**
   * The samples in a folder, in the order of the menu; none if it cannot be read. A compiled sample
   * is there once, as its source if that is beside it. Reads files.
   */
  public static List<Sample> read(Path folder) {
    List<Sample> samples = new ArrayList<>();
    Set<Path> programs = new HashSet<>();
    List<Path> files = files(folder);
    for (Path file : files) {
      try {
        if (SOURCES.contains(extension(file))) {
          Sample sample = Sample.read(file);
          if (Files.isRegularFile(sample.program()) && programs.add(sample.program())) {
            samples.add(sample);
          }
        }
      } catch (IOException e) {
        // A sample that cannot be read is not offered.
      }
    }
    for (Path file : files) {
      if (extension(file).equals(MODULE) && programs.add(file)) {
        samples.add(new Sample(file, List.of()));
      }
    }
    samples.sort(TEACHING_ORDER);
    return samples;
  }

  private static List<Path> files(Path folder) {
    List<Path> files = new ArrayList<>();
    try (var found = Files.newDirectoryStream(folder)) {
      for (Path file : found) {
        if (files.size() < MAX_FILES && Files.isRegularFile(file)) {
          files.add(file);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return List.of();
    }
    files.sort(Comparator.naturalOrder());
    return files;
  }

  private static String extension(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /**
   * Where the samples are: the system property {@code sandglass.samples}, else beside the folder of
   * the program's jar, else in the project that the program was built in, else in the working
   * directory. Asks the disk.
   */
  public static Optional<Path> folder() {
    return folder(
        Optional.ofNullable(System.getProperty("sandglass.samples")), codeSource(), Path.of(""));
  }

  static Optional<Path> folder(Optional<String> named, Optional<Path> code, Path working) {
    Stream<Path> places =
        Stream.of(
                named.flatMap(Samples::path),
                code.map(place -> place.resolve("../../samples")),
                Optional.of(working.resolve("samples")))
            .flatMap(Optional::stream);
    return places
        .map(place -> place.toAbsolutePath().normalize())
        .filter(Files::isDirectory)
        .findFirst();
  }

  private static Optional<Path> path(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** The jar, or the folder of classes. */
  private static Optional<Path> codeSource() {
    try {
      var source = Samples.class.getProtectionDomain().getCodeSource();
      return source == null ? Optional.empty() : Optional.of(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty();
    }
  }
}
