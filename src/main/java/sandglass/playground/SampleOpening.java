package sandglass.playground;

import java.util.ArrayList;
import java.util.List;
import sandglass.playground.common.Notice;
import sandglass.playground.common.Notices;
import sandglass.playground.limits.LimitKind;
import sandglass.playground.limits.LimitsModel;
import sandglass.playground.samples.SampleSetup;
import sandglass.playground.world.StdinModel;
import sandglass.playground.world.WorldModel;

/** Sets what a sample asks for, says so, and offers to put it back. */
record SampleOpening(LimitsModel limits, WorldModel world, SettingsLinks links, Notices notices) {

  void setUp(SampleSetup setup) {
    links.borrow(setup.limits());
    world.apply(setup.args(), setup.env(), setup.stdin().orElse(""), setup.folders());
    if (setup.typed()) {
      world.stdin().mode().set(StdinModel.Mode.LIVE);
    }
    var set = new ArrayList<String>();
    for (var kind : LimitKind.values()) {
      if (kind.get(setup.limits()) != kind.get(links.saved())) {
        set.add(kind.label() + " " + kind.format(kind.get(setup.limits())));
      }
    }
    if (!world.isEmpty()) {
      set.add(world.summary().get());
    }
    if (set.isEmpty()) {
      notices.clear();
    } else {
      var putBack =
          new Notice.Fix(
              "Put back",
              () -> {
                limits.set(links.saved());
                world.reset();
              });
      notices.show(
          new Notice(
              Notice.Kind.INFO,
              "Set for this sample: " + String.join(", ", set) + ".",
              List.of(putBack)));
    }
  }
}
