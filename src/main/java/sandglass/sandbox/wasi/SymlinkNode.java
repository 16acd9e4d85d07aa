package sandglass.sandbox.wasi;

import java.nio.charset.StandardCharsets;

/** A symbolic link. Its target is only text; {@link PathResolver} decides where it leads. */
final class SymlinkNode extends Node {
  private final String target;

  SymlinkNode(long inode, long now, String target) {
    super(inode, now);
    this.target = target;
  }

  String target() {
    return target;
  }

  @Override
  FileType type() {
    return FileType.SYMBOLIC_LINK;
  }

  @Override
  long size() {
    return target.getBytes(StandardCharsets.UTF_8).length;
  }
}
