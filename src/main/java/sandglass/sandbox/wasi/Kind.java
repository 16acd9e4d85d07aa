package sandglass.sandbox.wasi;

import com.dylibso.chicory.wasm.types.ValType;
import java.util.List;

/** What a parameter means: decides its wasm types and how the trace shows it. */
enum Kind {
  /** A file descriptor. */
  FD(1),
  /** A count or other number, unsigned. */
  U32(1),
  /** An address that says nothing by itself. */
  POINTER(1),
  /** Pointer and length of text that goes in. */
  STRING(2),
  /** Pointer and length of a buffer that text comes back in. */
  TEXT(2),
  /** Pointer and length of a buffer that bytes come back in. */
  BUFFER(2),
  /** Pointer and count of buffers to fill. */
  IOVECS(2),
  /** Pointer and count of buffers to write. */
  CIOVECS(2),
  LOOKUPFLAGS(1),
  OFLAGS(1),
  FDFLAGS(1),
  FSTFLAGS(1),
  SDFLAGS(1),
  RIFLAGS(1),
  CLOCKID(1),
  WHENCE(1),
  ADVICE(1),
  SIGNAL(1),
  /** 64 bits, unsigned. */
  U64(-1),
  /** 64 bits, signed. */
  S64(-1),
  /** 64 bits of rights. */
  RIGHTS(-1),
  /** Pointer to subscriptions; their count is the third wasm parameter. */
  SUBSCRIPTIONS(1),
  /** Where events are returned; their count is returned as well. */
  EVENTS(1),
  /** Where a descriptor is returned; so too the rest. */
  OUT_FD(1),
  OUT_U32(1),
  OUT_U64(1),
  OUT_FDSTAT(1),
  OUT_FILESTAT(1),
  OUT_PRESTAT(1);

  private final int slots;

  /**
   * @param slots how many i32; -1 for one i64
   */
  Kind(int slots) {
    this.slots = slots;
  }

  /** The wasm parameters that it takes. */
  List<ValType> types() {
    return switch (slots) {
      case 1 -> List.of(ValType.I32);
      case 2 -> List.of(ValType.I32, ValType.I32);
      default -> List.of(ValType.I64);
    };
  }

  /** Whether it only says where a result goes. */
  boolean isResult() {
    return this == EVENTS || name().startsWith("OUT_");
  }
}
