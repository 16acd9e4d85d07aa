package sandglass.capsule;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sandglass.capsule.CapsuleFile.Code;
import sandglass.capsule.CapsuleFile.GivenWorld;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Limits;
import sandglass.sandbox.World;
import sandglass.sandbox.wasi.Folder;

/**
 * Makes a capsule of what a window or a command has before it. Reads folders, so not for a thread
 * that must not wait; an interrupt ends it. May be used from any thread.
 */
public final class CapsuleMaker {
  /** What the files of all folders of a capsule may hold together by value: 16 MiB. */
  public static final long VALUE_BYTES = 16L << 20;

  /** How folders get into the capsule. */
  public enum Folders {
    /** With all that they hold, up to {@link #VALUE_BYTES}: the capsule runs on any machine. */
    BY_VALUE,
    /** By their paths and a digest of what they hold: the capsule runs where they are. */
    BY_PATH
  }

  private final Folders folders;
  private final Optional<Path> base;

  /**
   * @param base the folder that the capsule will lie in, so that it names what lies below by
   *     relative paths, and can be moved with it; empty for absolute paths
   */
  public CapsuleMaker(Folders folders, Optional<Path> base) {
    this.folders = folders;
    this.base = base.map(folder -> folder.toAbsolutePath().normalize());
  }

  /**
   * Makes a capsule, without an expected report.
   *
   * @param name the program's name, as the guest sees it
   * @param packages folders that a script may import from; none for other programs
   * @param world its first argument, the name, is not looked at; nor is its stdin
   * @param stdin what the guest reads, or has read
   * @throws CapsuleException if a folder cannot be read or holds too much; the message says what to
   *     do
   */
  public CapsuleFile make(
      String name,
      Code program,
      List<Path> packages,
      Entry entry,
      Limits limits,
      World world,
      Content stdin,
      Engine engine)
      throws CapsuleException, InterruptedException {
    var reader = new FolderReader(VALUE_BYTES);
    var given = folders(world.folders(), reader);
    return new CapsuleFile(
        name,
        withPackages(program, packages, reader),
        entry,
        limits,
        new GivenWorld(
            world.args().subList(Math.min(1, world.args().size()), world.args().size()),
            world.env(),
            stdin,
            given,
            world.clock(),
            world.random()),
        engine,
        Optional.empty());
  }

  /** Folders as a capsule has them. */
  public List<GivenFolder> folders(List<Folder> hosts)
      throws CapsuleException, InterruptedException {
    return folders(hosts, new FolderReader(VALUE_BYTES));
  }

  private List<GivenFolder> folders(List<Folder> hosts, FolderReader reader)
      throws CapsuleException, InterruptedException {
    var given = new ArrayList<GivenFolder>();
    for (Folder folder : hosts) {
      var files = files(folder.host(), "world.folders[" + given.size() + "]", reader);
      given.add(new GivenFolder(folder.guest(), folder.writable(), files, folder.also()));
    }
    return given;
  }

  /**
   * The same capsule for another place: what it names by relative paths is named from there.
   *
   * @param from the folder that its relative paths begin at; empty for the working directory
   */
  public CapsuleFile moved(CapsuleFile file, Optional<Path> from) {
    return new MovedCapsule(path -> path(from.map(f -> f.resolve(path)).orElse(Path.of(path))))
        .of(file);
  }

  private Code withPackages(Code program, List<Path> packages, FolderReader reader)
      throws CapsuleException, InterruptedException {
    if (!(program instanceof Code.Script script) || packages.isEmpty()) {
      return program;
    }
    var files = new ArrayList<>(script.packages());
    for (Path folder : packages) {
      files.add(files(folder, "program.packages[" + files.size() + "]", reader));
    }
    return new Code.Script(script.text(), script.interpreter(), files);
  }

  private GivenFolder.Files files(Path folder, String field, FolderReader reader)
      throws CapsuleException, InterruptedException {
    if (folders == Folders.BY_VALUE) {
      return reader.read(folder, field);
    }
    try {
      return new GivenFolder.Files.There(path(folder), FolderDigest.of(folder));
    } catch (IOException e) {
      throw new CapsuleException(
          field, "folder " + folder + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** How the capsule names a file or folder of this machine. */
  public String path(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    if (base.isEmpty() || !absolute.startsWith(base.get())) {
      return absolute.toString();
    }
    String relative = base.get().relativize(absolute).toString();
    return relative.isEmpty()
        ? "."
        : relative.replace(absolute.getFileSystem().getSeparator(), "/");
  }

  /** Content by path and digest. */
  public Content.There there(Path file, byte[] bytes) {
    return new Content.There(path(file), ContentReader.sha256(bytes));
  }
}
