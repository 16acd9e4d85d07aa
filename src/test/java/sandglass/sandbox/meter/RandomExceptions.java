package sandglass.sandbox.meter;

import java.util.List;
import sandglass.sandbox.meter.RandomModule.Feature;
import sandglass.sandbox.meter.RandomModule.Signature;

/** What a {@link RandomBody} throws and catches. */
final class RandomExceptions {
  private static final int TRY_TABLE = 0x1f;
  private static final int THROW = 0x08;
  private static final int CATCH = 0;
  private static final int CATCH_ALL = 2;

  private final RandomBody body;

  RandomExceptions(RandomBody body) {
    this.body = body;
  }

  void raise(int depth) {
    if (body.module.has(Feature.EXCEPTIONS)) {
      int tag = body.random.nextInt(RandomModule.TAGS);
      body.values(body.module.tags.get(tag).params(), depth + 1);
      body.out.raw(THROW).u(tag);
    }
  }

  /** A block that catches one tag, or all, and puts what came with it into locals. */
  void handler(int depth) {
    boolean all = body.chance(30);
    int tag = body.random.nextInt(RandomModule.TAGS);
    List<RandomType> caught = all ? List.of() : body.module.tags.get(tag).params();
    body.out.raw(RandomBody.BLOCK).s(body.module.type(new Signature(List.of(), caught)));
    body.labels.add(caught);
    body.out.raw(TRY_TABLE, 0x40).u(1);
    if (all) {
      body.out.raw(CATCH_ALL).u(0);
    } else {
      body.out.raw(CATCH).u(tag).u(0);
    }
    body.labels.add(List.of());
    body.statements(3, depth + 1);
    if (body.chance(40)) {
      body.value(RandomType.I32, depth + 1);
      body.out.raw(RandomBody.IF, 0x40);
      body.labels.add(List.of());
      raise(depth);
      body.labels.removeLast();
      body.out.raw(RandomBody.END);
    }
    body.labels.removeLast();
    body.out.raw(RandomBody.END);
    body.values(caught, depth + 1);
    body.labels.removeLast();
    body.out.raw(RandomBody.END);
    body.store(caught);
  }
}
