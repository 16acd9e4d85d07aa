package sandglass.playground.advice;

import java.util.Optional;
import sandglass.playground.advice.Advice.Draft;
import sandglass.playground.limits.LimitKind;
import sandglass.program.ModuleInspection;
import sandglass.program.wat.WatOutline;
import sandglass.program.wat.WatOutline.Item;
import sandglass.program.wat.WatOutline.Kind;
import sandglass.sandbox.Entry;
import sandglass.sandbox.Limits;
import sandglass.sandbox.wasi.Wasi;

/** What to say of a module or a world that was refused, from the words of the refusal. */
final class RejectionAdvice {
  private static final String NO_START = "it has no _start to run";
  private static final String OFFERS = "it exports: ";
  private static final int MAX_CALLS = 3;

  private RejectionAdvice() {}

  static void add(Draft draft, EndedRun run, String message) {
    Limits limits = run.capsule().limits();
    Optional<WatOutline> outline = run.wat().map(WatOutline::of);
    if (message.startsWith(NO_START)) {
      noStart(draft, run, message);
      return;
    }
    draft.say("Nothing ran: %s.", message);
    if (message.startsWith("it imports")) {
      draft.say("Build it for wasm32-wasip1, or remove what it does not need.");
      draft.fix(
          outline.flatMap(o -> unknownImport(o, message)).map(i -> TrapAdvice.goTo(i.place())));
    } else if (message.contains("memory limit")) {
      draft.blame(LimitKind.MEMORY);
      draft.fix(Raise.bytes(LimitKind.MEMORY, limits, number(message, "begins with ")));
      draft.fix(first(outline, Kind.MEMORY));
    } else if (message.startsWith("its tables begin")) {
      draft.blame(LimitKind.TABLES);
      draft.fix(Raise.elements(limits, number(message, "begin with ")));
      draft.fix(first(outline, Kind.TABLE));
    } else if (message.startsWith("the module has")) {
      draft.blame(LimitKind.MODULE);
      draft.fix(Raise.bytes(LimitKind.MODULE, limits, run.capsule().module().length));
    } else if (message.contains("the file limit")) {
      draft.blame(LimitKind.FILES);
      draft.fix(Raise.bytes(LimitKind.FILES, limits, number(message, "files hold ")));
    } else if (message.startsWith("its _start")) {
      draft.fix(outline.flatMap(o -> o.exported("_start")).map(i -> TrapAdvice.goTo(i.place())));
    } else if (run.capsule().entry() instanceof Entry.Invoke) {
      calls(draft, run.module());
    }
  }

  private static void noStart(Draft draft, EndedRun run, String message) {
    draft.say("Nothing ran: the module has no _start, where a program begins.");
    int offers = message.indexOf(OFFERS);
    String exports = offers < 0 ? "" : message.substring(offers + OFFERS.length());
    if (exports.isEmpty() || exports.equals("no functions")) {
      draft.say("Export a function as _start, one that takes and gives nothing.");
    } else {
      draft.say("Call one of its exports instead: %s.", exports);
    }
    calls(draft, run.module());
  }

  private static void calls(Draft draft, Optional<ModuleInspection> module) {
    module.stream()
        .flatMap(m -> m.exports().stream())
        .filter(export -> export.kind().equals("function"))
        .limit(MAX_CALLS)
        .forEach(
            export ->
                draft.fix(
                    new AdviceAction.CallExport(export.name(), !export.type().startsWith("()"))));
  }

  /** The import that the message names, or one that it stands for. */
  private static Optional<Item> unknownImport(WatOutline outline, String message) {
    return outline.items().stream()
        .filter(
            item ->
                item.imported()
                    .filter(
                        i ->
                            message.contains(i.module() + "." + i.name())
                                && (item.kind() != Kind.FUNCTION
                                    || Wasi.signature(i.module(), i.name()).isEmpty()
                                    || message.contains(i.name() + " with another type")))
                    .isPresent())
        .findFirst();
  }

  private static Optional<AdviceAction> first(Optional<WatOutline> outline, Kind kind) {
    return outline.flatMap(
        o -> o.items(kind).stream().findFirst().map(item -> TrapAdvice.goTo(item.place())));
  }

  /** The grouped number, in whatever digits and groups, behind some words; 0 if there is none. */
  private static long number(String message, String behind) {
    int at = message.indexOf(behind);
    if (at < 0) {
      return 0;
    }
    long value = 0;
    for (int i = at + behind.length(); i < message.length(); i++) {
      int digit = Character.digit(message.charAt(i), 10);
      if (digit >= 0 && value < Long.MAX_VALUE / 100) {
        value = value * 10 + digit;
      } else if (Character.isLetter(message.charAt(i))) {
        break;
      }
    }
    return value;
  }
}
