package sandglass.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import sandglass.sandbox.Quantities;
import sandglass.tool.RecordLimit;

/** A bound on recorded calls such as {@code 1000/256MiB}. */
final class RecordLimitOption implements ITypeConverter<RecordLimit> {
  @Override
  public RecordLimit convert(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new TypeConversionException(
          "\"" + text + "\" is not COUNT/SIZE; write for example 1000/256MiB");
    }
    try {
      long count = Quantities.parseCount(text.substring(0, slash));
      long bytes = Quantities.parseBytes(text.substring(slash + 1));
      return new RecordLimit((int) Math.min(count, Integer.MAX_VALUE), bytes);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
