package sandglass.sandbox.meter;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts what ran, so that a green test also says how much it saw. */
final class SpecTally {
  private final List<String> unreadable = new ArrayList<>();
  private final List<String> partly = new ArrayList<>();
  private final Map<Side, Integer> passed = new EnumMap<>(Side.class);
  private int scripts;
  private int commands;
  private int text;
  private int modules;

  void unreadable(Wast.Unreadable script) {
    unreadable.add(script.name() + " (" + script.why() + ")");
  }

  void module() {
    modules++;
  }

  void script(Wast.Script script, Map<Side, List<SpecRunner.Verdict>> verdicts) {
    scripts++;
    text += (int) script.commands().stream().filter(SpecRunner::isText).count();
    if (script.left() > 0) {
      partly.add("%s (%d of %d forms)".formatted(script.name(), script.left(), script.forms()));
    }
    StringBuilder line = new StringBuilder(script.name()).append(':');
    int total = verdicts.get(Side.INTERPRETED).size();
    commands += total;
    line.append(' ').append(total).append(" commands");
    verdicts.forEach(
        (side, list) -> {
          int count = (int) list.stream().filter(SpecRunner.Verdict::passed).count();
          passed.merge(side, count, Integer::sum);
          line.append(", ").append(count).append(' ').append(label(side));
        });
    System.out.println(line);
  }

  void print() {
    if (scripts + unreadable.size() == 0) {
      return;
    }
    System.out.printf(
        "Spec: %d scripts, %d commands passed over %s; %d modules checked instruction by"
            + " instruction; %d commands on modules in text form are wabt's own%n",
        scripts, commands, counts(), modules, text);
    System.out.printf(
        "Read without some forms, %d: %s%n", partly.size(), String.join(", ", partly));
    System.out.printf(
        "Not readable by wast2json, %d: %s%n", unreadable.size(), String.join(", ", unreadable));
  }

  private String counts() {
    List<String> counts = new ArrayList<>();
    passed.forEach((side, count) -> counts.add(count + " " + label(side)));
    return String.join(", ", counts);
  }

  private static String label(Side side) {
    return side.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
