package sandglass.playground.capsule;

import java.util.ArrayList;
import java.util.List;
import sandglass.playground.document.Origin;
import sandglass.playground.limits.LimitKind;
import sandglass.playground.limits.LimitsModel;
import sandglass.playground.world.WorldModel;
import sandglass.playground.world.WorldState;
import sandglass.sandbox.Engine;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Limits;

/**
 * All that is set beside a program.
 *
 * @param limits what a run may use
 * @param world what a guest can see, where its run begins and what executes it
 */
public record Setup(Limits limits, WorldState world) {
  /** What is set now. */
  public static Setup of(LimitsModel limits, WorldModel world) {
    return new Setup(limits.value().get(), world.state());
  }

  /** What a capsule says. */
  static Setup of(Origin origin) {
    return new Setup(origin.file().limits(), origin.world());
  }

  /** Sets it. */
  public void apply(LimitsModel limitsModel, WorldModel worldModel) {
    limitsModel.set(limits);
    worldModel.restore(world);
  }

  /**
   * What there is to say of it, once it is set.
   *
   * @param summary of the world; {@code ""} for nothing to say of it
   */
  public List<String> differences(Setup before, String summary) {
    var all = new ArrayList<String>();
    for (var kind : LimitKind.values()) {
      if (kind.get(limits) != kind.get(before.limits)) {
        all.add(kind.label() + " " + kind.formatShort(kind.get(limits)));
      }
    }
    if (!summary.isEmpty() && !summary.equals(WorldModel.NOTHING)) {
      all.add(summary);
    }
    if (world.entry() instanceof Entry.Invoke(var export, var args)) {
      all.add("entry " + export);
    }
    if (world.engine() != before.world.engine()) {
      all.add(world.engine() == Engine.INTERPRETER ? "interpreter engine" : "compiled engine");
    }
    return all;
  }
}
