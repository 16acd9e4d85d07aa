package sandglass.program;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import sandglass.sandbox.Quantities;

/** Reads a whole file, checking its size before and its kind as well. */
public final class InputFile {
  private InputFile() {}

  /**
   * The file's bytes. The read can be interrupted.
   *
   * @param file a regular file; a link to one will do
   * @param maxBytes refused beyond this, before anything is read
   * @throws ProgramException if there is no such file, or it is none that can be read whole
   */
  public static byte[] read(Path file, long maxBytes) throws ProgramException {
    String name = file.toString();
    try {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        throw new ProgramException.Rejected(name, "is a folder; name a .wat or .wasm file in it");
      }
      if (!attributes.isRegularFile()) {
        throw new ProgramException.Rejected(
            name, "is a device, pipe or socket, not a file; use - to read from stdin");
      }
      if (attributes.size() > maxBytes) {
        throw tooLarge(name, attributes.size(), maxBytes);
      }
      return readAll(file, attributes.size(), maxBytes);
    } catch (ClosedByInterruptException e) {
      throw new ProgramException.Interrupted(name);
    } catch (NoSuchFileException e) {
      throw new ProgramException.Rejected(name, "there is no such file; check the name");
    } catch (AccessDeniedException e) {
      throw new ProgramException.Rejected(
          name, "permission to read it is denied; check the file's permissions");
    } catch (FileSystemLoopException e) {
      throw new ProgramException.Rejected(name, "is a link to itself; name the file it should be");
    } catch (IOException e) {
      throw new ProgramException.Rejected(name, "cannot be read: " + reason(e));
    }
  }

  /** All bytes of a stream up to {@code maxBytes}; more are refused. Does not close it. */
  public static byte[] read(String name, InputStream in, long maxBytes) throws ProgramException {
    var out = new ByteArrayOutputStream();
    var buffer = new byte[1 << 16];
    try {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (out.size() + (long) n > maxBytes) {
          throw new ProgramException.Rejected(name, "has more than " + limit(maxBytes));
        }
        out.write(buffer, 0, n);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new ProgramException.Rejected(name, "cannot be read: " + reason(e));
    }
  }

  // The size may lie: files under /proc say 0, and a file may grow or shrink under the reader.
  private static byte[] readAll(Path file, long size, long maxBytes)
      throws IOException, ProgramException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      var buffer = ByteBuffer.allocate(Math.toIntExact(Math.min(size, Integer.MAX_VALUE - 16) + 1));
      while (channel.read(buffer) >= 0) {
        if (buffer.position() > maxBytes) {
          throw new ProgramException.Rejected(file.toString(), "has more than " + limit(maxBytes));
        }
        if (!buffer.hasRemaining()) {
          long larger = Math.min(Math.max(4096L, buffer.capacity() * 2L), Integer.MAX_VALUE - 16);
          buffer = ByteBuffer.allocate((int) larger).put(buffer.flip());
        }
      }
      return Arrays.copyOf(buffer.array(), buffer.position());
    }
  }

  static ProgramException tooLarge(String name, long size, long maxBytes) {
    return new ProgramException.Rejected(
        name, "has %s, more than %s".formatted(Quantities.formatBytes(size), limit(maxBytes)));
  }

  private static String limit(long maxBytes) {
    return "the %s that a module may have; raise the module size limit to load it"
        .formatted(Quantities.formatBytes(maxBytes));
  }

  private static String reason(IOException e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return message.lines().findFirst().orElse("unknown reason");
  }
}
