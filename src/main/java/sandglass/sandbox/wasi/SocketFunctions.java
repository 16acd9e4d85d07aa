package sandglass.sandbox.wasi;

import java.util.Map;

/** {@code sock_*}: there are no sockets, so a descriptor is never one. */
final class SocketFunctions {
  private final FileTable files;

  SocketFunctions(FileTable files) {
    this.files = files;
  }

  void addTo(Map<String, Handler> table) {
    table.put("sock_accept", this::refuse);
    table.put("sock_recv", this::refuse);
    table.put("sock_send", this::refuse);
    table.put("sock_shutdown", this::refuse);
  }

  private Errno refuse(GuestMemory memory, long[] args) {
    files.get((int) args[0]);
    return Errno.ENOTSOCK;
  }
}
