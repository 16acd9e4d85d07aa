package sandglass.sandbox.wasi;

/** File types of WASI preview 1, in their order: the number is the ordinal. */
enum FileType {
  UNKNOWN,
  BLOCK_DEVICE,
  CHARACTER_DEVICE,
  DIRECTORY,
  REGULAR_FILE,
  SOCKET_DGRAM,
  SOCKET_STREAM,
  SYMBOLIC_LINK;

  /** The number that the guest sees. */
  @SuppressWarnings("EnumOrdinal") // the order is the specification's
  int code() {
    return ordinal();
  }
}
