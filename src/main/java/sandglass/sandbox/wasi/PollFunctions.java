package sandglass.sandbox.wasi;

import java.util.Map;

/**
 * {@code poll_oneoff}. Files and output are always ready. Where nothing is, time passes until the
 * earliest deadline: at once on the virtual clock.
 */
final class PollFunctions {
  private static final int SUBSCRIPTION_BYTES = 48;
  private static final int EVENT_BYTES = 32;
  private static final int MAX_SUBSCRIPTIONS = 1 << 16;
  private static final int CHECK_EVERY = 1 << 12;

  private static final int CLOCK = 0;
  private static final int FD_READ = 1;
  private static final int FD_WRITE = 2;
  private static final int HANGUP = 1;
  private static final int ABSTIME = 1;

  private final FileTable files;
  private final Clocks clocks;

  PollFunctions(FileTable files, Clocks clocks) {
    this.files = files;
    this.clocks = clocks;
  }

  void addTo(Map<String, Handler> table) {
    table.put("poll_oneoff", this::poll);
  }

  private Errno poll(GuestMemory memory, long[] args) {
    int in = (int) args[0];
    int out = (int) args[1];
    int count = (int) args[2];
    memory.check((int) args[3], 4);
    if (count == 0) {
      return Errno.EINVAL;
    }
    memory.checkArray(in, count, SUBSCRIPTION_BYTES);
    memory.checkArray(out, count, EVENT_BYTES);
    if (Integer.compareUnsigned(count, MAX_SUBSCRIPTIONS) > 0) {
      return Errno.ENOMEM;
    }
    // Copied, because the guest may have the events written over the subscriptions.
    var subscriptions = new Subscription[count];
    var waits = new Waits();
    for (int i = 0; i < count; i++) {
      if (i % CHECK_EVERY == 0) {
        Clocks.checkInterrupt();
      }
      subscriptions[i] = subscription(memory, in + i * SUBSCRIPTION_BYTES);
      waits.add(subscriptions[i]);
    }
    long passed = waits.await();
    int events = 0;
    for (var subscription : subscriptions) {
      if (subscription.isDue(passed)) {
        writeEvent(memory, out + events * EVENT_BYTES, subscription);
        events++;
      }
    }
    memory.writeInt((int) args[3], events);
    return Errno.ESUCCESS;
  }

  /**
   * One thing to wait for.
   *
   * @param left for a clock, unsigned nanoseconds until its deadline
   * @param input for stdin that is read, its reader
   * @param hangup for a file that is read, whether it is at its end
   */
  private record Subscription(
      long userdata, int type, long left, StdinReader input, boolean hangup) {
    boolean isDue(long passed) {
      return switch (type) {
        case CLOCK -> Long.compareUnsigned(left, passed) <= 0;
        default -> input == null || input.ready();
      };
    }
  }

  private Subscription subscription(GuestMemory memory, int at) {
    long userdata = memory.readLong(at);
    int type = memory.readByte(at + 8);
    int first = memory.readInt(at + 16);
    return switch (type) {
      case CLOCK -> {
        int flags = memory.readShort(at + 40);
        if ((flags & ~ABSTIME) != 0) {
          throw Errno.EINVAL.thrown();
        }
        long left = left(first, memory.readLong(at + 24), (flags & ABSTIME) != 0);
        yield new Subscription(userdata, type, left, null, false);
      }
      case FD_READ ->
          switch (files.get(first)) {
            case Descriptor.Input input ->
                new Subscription(userdata, type, 0, input.reader(), false);
            case Descriptor.File file -> {
              boolean atEnd = file.node().size() <= file.position();
              yield new Subscription(userdata, type, 0, null, atEnd);
            }
            case Descriptor.Stream _, Descriptor.Directory _ -> throw Errno.EBADF.thrown();
          };
      case FD_WRITE ->
          switch (files.get(first)) {
            case Descriptor.File file when !file.inWritableFolder() -> throw Errno.EPERM.thrown();
            case Descriptor.Stream _, Descriptor.File _ ->
                new Subscription(userdata, type, 0, null, false);
            case Descriptor.Input _, Descriptor.Directory _ -> throw Errno.EBADF.thrown();
          };
      default -> throw Errno.EINVAL.thrown();
    };
  }

  private long left(int clock, long timeout, boolean absolute) {
    clocks.check(clock);
    if (clock > Clocks.MONOTONIC) {
      throw Errno.EINVAL.thrown();
    }
    if (!absolute) {
      return timeout;
    }
    long now = clocks.time(clock);
    return Long.compareUnsigned(timeout, now) > 0 ? timeout - now : 0;
  }

  /** How long to wait, and for what. */
  private final class Waits {
    private boolean ready;
    private boolean hasDeadline;
    private long nearest = -1;
    private StdinReader input;

    void add(Subscription subscription) {
      if (subscription.type == CLOCK) {
        hasDeadline = true;
        if (Long.compareUnsigned(subscription.left, nearest) < 0) {
          nearest = subscription.left;
        }
      } else if (subscription.input != null) {
        input = subscription.input;
        ready |= input.ready();
      } else {
        ready = true;
      }
    }

    /** Waits; returns how much time passed, as far as it matters, in unsigned nanoseconds. */
    long await() {
      if (ready) {
        return 0;
      }
      if (input == null || (hasDeadline && clocks.isVirtual())) {
        clocks.sleep(nearest);
        return nearest;
      }
      long most = hasDeadline && nearest >= 0 ? nearest : Long.MAX_VALUE;
      return input.await(most) ? 0 : nearest;
    }
  }

  private static void writeEvent(GuestMemory memory, int at, Subscription subscription) {
    memory.fillZero(at, EVENT_BYTES);
    memory.writeLong(at, subscription.userdata);
    memory.writeLong(at + 8, (long) Errno.ESUCCESS.code() | (long) subscription.type << 16);
    if (subscription.type != CLOCK) {
      memory.writeLong(at + 16, 1); // bytes at hand: wasmtime never says more
      memory.writeLong(at + 24, subscription.hangup ? HANGUP : 0);
    }
  }
}
