package sandglass.cli;

import java.time.Duration;
import picocli.CommandLine.Option;
import sandglass.sandbox.Limits;

/** The options that set limits. */
final class LimitOptions {
  @Option(
      names = "--fuel",
      paramLabel = "COUNT",
      converter = Converters.Count.class,
      description = "Fuel, about one unit an instruction; 100M by default.")
  private Long fuel;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      converter = Converters.Bytes.class,
      description = "Linear memory; 256MiB by default.")
  private Long memory;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      converter = Converters.Time.class,
      description = "Time from reading the module to its end; 30s by default.")
  private Duration timeout;

  @Option(
      names = "--module-size",
      paramLabel = "SIZE",
      converter = Converters.Bytes.class,
      description = "The module's binary; 50MiB by default.")
  private Long moduleSize;

  @Option(
      names = "--output",
      paramLabel = "SIZE",
      converter = Converters.Bytes.class,
      description = "Stdout and stderr together; 64MiB by default.")
  private Long output;

  @Option(
      names = "--files",
      paramLabel = "SIZE",
      converter = Converters.Bytes.class,
      description = "Content of the guest's folders; 256MiB by default.")
  private Long files;

  @Option(
      names = "--table-elements",
      paramLabel = "COUNT",
      converter = Converters.Count.class,
      description = "Elements of all tables; 10000 by default.")
  private Long tableElements;

  /** The defaults, and what the options change of them. */
  Limits limits() {
    return limits(Limits.DEFAULT);
  }

  /** Others than the defaults, and what the options change of them. */
  Limits limits(Limits base) {
    return new Limits(
        fuel == null ? base.fuel() : fuel,
        memory == null ? base.memoryBytes() : memory,
        timeout == null ? base.timeout() : timeout,
        moduleSize == null ? base.moduleBytes() : moduleSize,
        output == null ? base.outputBytes() : output,
        files == null ? base.fileBytes() : files,
        tableElements == null ? base.tableElements() : tableElements);
  }
}
