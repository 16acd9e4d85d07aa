package sandglass.sandbox.wasi;

import java.nio.file.Path;

/**
 * A host folder that the guest may see a copy of. The host's files are read once, before the run,
 * and never written.
 *
 * @param host the folder on this machine
 * @param guest the guest's name for it, such as {@code /data}
 * @param writable whether the guest may change its copy
 */
public record Folder(Path host, String guest, boolean writable) {}
