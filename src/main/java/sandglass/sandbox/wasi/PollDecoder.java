package sandglass.sandbox.wasi;

/** Turns the subscriptions of {@code poll_oneoff} into text, such as {@code [read fd=0]}. */
final class PollDecoder {
  /** Most subscriptions shown. */
  static final int MAX_SHOWN = 4;

  private static final int BYTES = 48;

  private PollDecoder() {}

  /** The first few of them; the address if they lie outside of the memory. */
  static String subscriptions(GuestMemory memory, int pointer, int count) {
    long total = Integer.toUnsignedLong(count);
    if (!memory.holds(Integer.toUnsignedLong(pointer), total * BYTES)) {
      return CallDecoder.hex(pointer);
    }
    var text = new StringBuilder("[");
    for (int i = 0; i < Math.min(total, MAX_SHOWN); i++) {
      text.append(i == 0 ? "" : ", ").append(subscription(memory, pointer + i * BYTES));
    }
    return text.append(total > MAX_SHOWN ? ", …]" : "]").toString();
  }

  private static String subscription(GuestMemory memory, int at) {
    int first = memory.readInt(at + 16);
    return switch (memory.readByte(at + 8)) {
      case 0 -> {
        var clock = CallDecoder.name(first, CallDecoder.CLOCKS);
        var timeout = Long.toUnsignedString(memory.readLong(at + 24));
        boolean absolute = (memory.readShort(at + 40) & 1) != 0;
        yield clock + (absolute ? " at " : " in ") + timeout + " ns";
      }
      case 1 -> "read fd=" + Integer.toUnsignedString(first);
      case 2 -> "write fd=" + Integer.toUnsignedString(first);
      default -> "unknown";
    };
  }
}
