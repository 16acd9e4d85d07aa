package sandglass.sandbox.wasi;

/**
 * What a guest did to a file.
 *
 * @param path the guest's path, such as {@code /data/out.txt}
 * @param change what happened to it, compared with the copy that the run began with
 * @param bytes its size now; 0 if deleted
 */
public record FileChange(String path, Kind change, long bytes) {
  /** What happened. */
  public enum Kind {
    /** It was not there before. */
    CREATED,
    /** Its content is different. */
    CHANGED,
    /** It is no longer there. */
    DELETED
  }
}
