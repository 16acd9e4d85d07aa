package sandglass.playground.capsule;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import sandglass.capsule.CapsuleException;
import sandglass.capsule.CapsuleFile;
import sandglass.capsule.CapsuleMaker.Folders;
import sandglass.capsule.Shared;
import sandglass.capsule.Sharing;
import sandglass.playground.common.Notice;
import sandglass.playground.common.Notices;
import sandglass.playground.common.Threads;
import sandglass.playground.document.Document;
import sandglass.playground.document.Documents;
import sandglass.playground.document.Origin;
import sandglass.sandbox.Quantities;
import sandglass.tool.ToolResultJson;
import sandglass.tool.ToolResults;

/** Hands on what is in front: as a capsule, as a command, as a tool call, as a call's answer. */
public final class Share {
  /** Longest text that is put on the clipboard, in characters. */
  static final int MAX_COPIED = 32 << 20;

  private static final String PYTHON = "python_wasi_runner";
  private static final String MODULE = "code_executor";

  private final Threads threads;
  private final Documents documents;
  private final CapsuleModel capsules;
  private final Notices notices;

  /**
   * @param capsules makes capsules of what is in front, and knows the last run
   */
  public Share(Threads threads, Documents documents, CapsuleModel capsules, Notices notices) {
    this.threads = threads;
    this.documents = documents;
    this.capsules = capsules;
    this.notices = notices;
  }

  /** A capsule in other words. */
  private interface Words {
    Shared of(CapsuleFile file) throws CapsuleException, InterruptedException;
  }

  /** What came of that: words, or why there are none. */
  private record Said(Optional<Shared> shared, String message) {}

  /** Puts what is in front on the clipboard as a capsule. */
  public void copyCapsule(Consumer<String> clipboard) {
    made(
        Folders.BY_VALUE,
        there -> copy("capsule", new Shared(there.json(), there.notes()), clipboard));
  }

  /** Puts the command that runs the same on the clipboard. */
  public void copyCommandLine(Consumer<String> clipboard) {
    share("command line", Sharing::commandLine, clipboard);
  }

  /** Puts the tool call that asks for the same on the clipboard. */
  public void copyToolCall(Consumer<String> clipboard) {
    share("tool call", Sharing::toolCall, clipboard);
  }

  /** Puts the command by which wasmtime runs the same on the clipboard. */
  public void copyWasmtime(Consumer<String> clipboard) {
    share("wasmtime line", Sharing::wasmtime, clipboard);
  }

  private void share(String what, Words words, Consumer<String> clipboard) {
    // What these say of folders is where they are.
    made(
        Folders.BY_PATH,
        there ->
            threads.background(
                () -> said(words, there.file()),
                said ->
                    said.shared.ifPresentOrElse(
                        shared -> copy(what, shared, clipboard),
                        () -> notices.error("The " + what + " was not copied: " + said.message))));
  }

  private static Said said(Words words, CapsuleFile file) throws InterruptedException {
    try {
      return new Said(Optional.of(words.of(file)), "");
    } catch (CapsuleException e) {
      return new Said(Optional.empty(), e.getMessage());
    }
  }

  private void made(Folders folders, Consumer<Made.There> then) {
    var document = documents.current().get();
    if (document == null) {
      return;
    }
    capsules.make(
        document,
        Optional.empty(),
        folders,
        made -> {
          switch (made) {
            case Made.There there -> then.accept(there);
            case Made.Failed failed ->
                notices.show(
                    failed.notice(
                        document + " was not copied",
                        "Copy it with paths",
                        () -> made(Folders.BY_PATH, then)));
          }
        });
  }

  private void copy(String what, Shared text, Consumer<String> clipboard) {
    if (text.text().length() > MAX_COPIED) {
      notices.error(
          "The %s was not copied: it has %s characters. Save it as a capsule."
              .formatted(what, Quantities.formatCount(text.text().length())));
      return;
    }
    String notes = String.join(" ", text.notes().stream().map(Share::sentence).toList());
    if (text.text().isEmpty()) {
      notices.error("There is no " + what + " for this. " + notes);
      return;
    }
    clipboard.accept(text.text());
    notices.show(
        notes.isEmpty()
            ? new Notice(Notice.Kind.INFO, "The " + what + " was copied.")
            : new Notice(Notice.Kind.WARNING, "The " + what + " was copied. " + notes));
  }

  private static String sentence(String note) {
    String begun = note.isEmpty() ? "" : Character.toUpperCase(note.charAt(0)) + note.substring(1);
    return begun.endsWith(".") ? begun : begun + ".";
  }

  /** Puts the last run on the clipboard as the answer to a tool call; before the first, nothing. */
  public void copyToolResult(Consumer<String> clipboard) {
    capsules
        .lastRan()
        .ifPresent(
            ran ->
                threads.background(
                    () -> ToolResultJson.pretty(ToolResults.of(tool(ran.document()), ran.report())),
                    json -> copy("tool result", new Shared(json, List.of()), clipboard)));
  }

  private static String tool(Document document) {
    return document
        .origin()
        .get()
        .flatMap(Origin::tool)
        .orElse(document.isInterpreted() ? PYTHON : MODULE);
  }
}
