package sandglass.sandbox.wasi;

import java.security.SecureRandom;

/**
 * The guest's random bytes. The seeded ones come from SplitMix64 (Steele, Lea and Flood, "Fast
 * splittable pseudorandom number generators", OOPSLA 2014), each output taken as eight
 * little-endian bytes. They are one stream: how it is cut into calls does not change it.
 */
final class RandomSource {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private final Random.Mode mode;
  private final SecureRandom secure;
  private long state;
  private long word;
  private int wordBytes;

  RandomSource(Random random) {
    mode = random.mode();
    state = random.seed();
    secure = mode == Random.Mode.REAL ? new SecureRandom() : null;
  }

  /** Fills the array, or throws {@code ENOTSUP} if there is no source. */
  void fill(byte[] bytes) {
    switch (mode) {
      case SEEDED -> fillSeeded(bytes);
      case REAL -> secure.nextBytes(bytes);
      case OFF -> throw Errno.ENOTSUP.thrown();
    }
  }

  private void fillSeeded(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (wordBytes == 0) {
        word = next();
        wordBytes = Long.BYTES;
      }
      bytes[i] = (byte) word;
      word >>>= Byte.SIZE;
      wordBytes--;
    }
  }

  private long next() {
    state += GOLDEN_GAMMA;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
