package sandglass.sandbox.wasi;

/** A regular file. Its bytes count against the quota until it has no name and no descriptor. */
final class FileNode extends Node {
  private final FileContent content = new FileContent();
  private final FileQuota quota;
  private int descriptors;

  FileNode(long inode, long now, FileQuota quota) {
    super(inode, now);
    this.quota = quota;
  }

  FileContent content() {
    return content;
  }

  @Override
  FileType type() {
    return FileType.REGULAR_FILE;
  }

  @Override
  long size() {
    return content.size();
  }

  /** Changes the size, or throws {@code ENOSPC} and leaves it as it was. */
  void resize(long size) {
    quota.resize(content.size(), size);
    content.resize(size);
  }

  /** How many bytes from there on could be written, growing the file as far as the quota allows. */
  long room(long position) {
    return content.size() + quota.available() - position;
  }

  /** Writes bytes for which there is {@link #room}. */
  void write(long position, byte[] bytes, int offset, int length) {
    if (length > 0) {
      quota.resize(content.size(), Math.max(content.size(), position + length));
      content.write(position, bytes, offset, length);
    }
  }

  void opened() {
    descriptors++;
  }

  void closed() {
    descriptors--;
    freeIfUnused();
  }

  @Override
  void unlinked() {
    super.unlinked();
    freeIfUnused();
  }

  private void freeIfUnused() {
    if (links() == 0 && descriptors == 0) {
      resize(0);
    }
  }
}
