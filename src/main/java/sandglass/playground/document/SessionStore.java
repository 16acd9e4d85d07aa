package sandglass.playground.document;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import sandglass.settings.PrivateFiles;

/**
 * Keeps a window's session in a folder of its own: each unsaved text in a file named by its
 * document's id, and {@value #INDEX} with the list, written last. A crash at any moment leaves
 * every text whole, and a text that the list does not name is offered all the same. Files that this
 * class has neither written nor read are never deleted.
 *
 * <p>Reads and writes files: not for the FX thread, and one call at a time ({@link SessionKeeper}
 * sees to both).
 */
public final class SessionStore implements Closeable {
  private static final String INDEX = "session.json";
  private static final String TEXT = ".txt";
  private static final Pattern PLAIN_ID = Pattern.compile("[A-Za-z0-9-]{1,100}");
  private static final long MAX_INDEX_BYTES = 16L << 20;
  private static final long MAX_TEXT_BYTES = 64L << 20;

  /**
   * A session as it was left, and what is to be said about it.
   *
   * @param notices sentences for the user; empty if all is as it was
   */
  public record Restored(Session session, List<String> notices) {
    /** Copies the notices. */
    public Restored {
      notices = List.copyOf(notices);
    }
  }

  private static final Pattern PYTHON =
      Pattern.compile("(?m)^\\s*(?:#|def |import |from |class |print\\(|for |while |if )");

  private final Optional<SessionSlot> slot;

  /** What the folder's texts are, by their files' names, as far as they are ours. */
  private final Map<String, String> kept = new HashMap<>();

  private SessionStore(Optional<SessionSlot> slot) {
    this.slot = slot;
  }

  /**
   * Takes a folder that no other window uses. Where that fails the store works, and keeps nothing;
   * see {@link #isKeeping}.
   *
   * @param home the folder of the settings; need not exist
   */
  public static SessionStore open(Path home) {
    try {
      return new SessionStore(SessionSlot.take(home));
    } catch (IOException e) {
      return new SessionStore(Optional.empty());
    }
  }

  /** Whether there is a folder to keep a session in. */
  public boolean isKeeping() {
    return slot.isPresent();
  }

  /** What was open when this folder was last used; nothing at the first time. */
  public Restored load() {
    if (slot.isEmpty()) {
      return new Restored(
          Session.EMPTY,
          List.of(
              "Unsaved text will not survive a crash: the settings folder cannot be written. Make"
                  + " it writable, or set SANDGLASS_HOME to another one."));
    }
    Path folder = slot.get().folder();
    List<String> notices = new ArrayList<>();
    Optional<SessionJson.Index> index = readIndex(folder);
    Map<String, Path> texts = texts(folder);
    List<Draft> drafts = new ArrayList<>();
    for (var entry : index.map(SessionJson.Index::entries).orElse(List.of())) {
      Path file = texts.remove(fileName(entry.id()));
      restore(entry, Optional.ofNullable(file), notices).ifPresent(drafts::add);
    }
    int named = drafts.size();
    for (Path file : texts.values()) {
      orphan(file).ifPresent(drafts::add);
    }
    if (index.isEmpty() && drafts.size() > named) {
      notices.add(
          "The list of open documents was damaged. Unsaved texts were recovered as untitled"
              + " documents; save those that you need.");
    }
    Optional<String> current =
        index
            .flatMap(SessionJson.Index::current)
            .filter(id -> drafts.stream().anyMatch(draft -> draft.id().equals(id)));
    return new Restored(new Session(drafts, current), notices);
  }

  private static Optional<SessionJson.Index> readIndex(Path folder) {
    try {
      return SessionJson.read(read(folder.resolve(INDEX), MAX_INDEX_BYTES));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Map<String, Path> texts(Path folder) {
    Map<String, Path> texts = new LinkedHashMap<>();
    try (var found = Files.newDirectoryStream(folder, "*" + TEXT)) {
      for (Path file : found) {
        if (texts.size() < SessionJson.MAX_DOCUMENTS && Files.isRegularFile(file)) {
          texts.put(file.getFileName().toString(), file);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // Those found until now are offered; none of the others will be deleted.
    }
    return texts;
  }

  private Optional<Draft> restore(
      SessionJson.Entry entry, Optional<Path> file, List<String> notices) {
    Optional<String> text = file.flatMap(this::readText);
    Optional<String> now =
        text.isPresent() ? entry.path().flatMap(SessionStore::fileText) : Optional.empty();
    if (!entry.unsaved() && text.equals(now)) {
      text = Optional.empty(); // saved, and then there was no time left to delete the draft
    }
    if (entry.unsaved() && text.isEmpty()) {
      notices.add("The unsaved text of " + entry.name() + " could not be read.");
    }
    if (entry.path().isEmpty()) {
      return text.map(unsaved -> draft(entry, entry.dirty(), Optional.of(unsaved), ""));
    }
    if (text.isPresent() && now.isEmpty()) {
      notices.add(
          entry.name()
              + " is no longer where it was, or cannot be read; its unsaved text is kept.");
    } else if (text.isPresent() && !digest(now.get()).equals(entry.base())) {
      notices.add(
          entry.name()
              + " was changed on disk since; your unsaved text is kept, and saving it replaces"
              + " that change.");
    }
    return Optional.of(draft(entry, text.isPresent(), text, now.orElse("")));
  }

  private static Draft draft(
      SessionJson.Entry entry, boolean dirty, Optional<String> text, String saved) {
    return new Draft(
        entry.id(),
        entry.language(),
        entry.name(),
        entry.path(),
        dirty,
        text,
        saved,
        entry.caret(),
        entry.runner());
  }

  /** A text that the list does not name: from a crash between the two, or of a damaged list. */
  private Optional<Draft> orphan(Path file) {
    String fileName = file.getFileName().toString();
    String id = fileName.substring(0, fileName.length() - TEXT.length());
    if (!PLAIN_ID.matcher(id).matches()) {
      return Optional.empty();
    }
    return readText(file)
        .filter(text -> !text.isBlank())
        .map(
            text -> {
              boolean python = !text.stripLeading().startsWith("(") && PYTHON.matcher(text).find();
              return new Draft(
                  id,
                  python ? Document.Language.PYTHON : Document.Language.WAT,
                  python ? "untitled.py" : "untitled.wat",
                  Optional.empty(),
                  true,
                  Optional.of(text),
                  "",
                  Draft.Caret.START);
            });
  }

  private Optional<String> readText(Path file) {
    try {
      String text = new String(read(file, MAX_TEXT_BYTES), StandardCharsets.UTF_8);
      kept.put(file.getFileName().toString(), text);
      return Optional.of(text);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> fileText(Path file) {
    try {
      return Files.isRegularFile(file)
          ? Optional.of(plain(new String(read(file, MAX_TEXT_BYTES), StandardCharsets.UTF_8)))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static byte[] read(Path file, long most) throws IOException {
    try (var in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes((int) most + 1);
      if (bytes.length > most) {
        throw new IOException(file + " has more than " + most + " bytes");
      }
      return bytes;
    }
  }

  /**
   * Writes what is open now. Texts that have not changed since the last time are not written again.
   *
   * @throws IOException if something could not be written; what had been kept is still there
   */
  void save(Session session) throws IOException {
    if (slot.isEmpty()) {
      return;
    }
    Path folder = slot.get().folder();
    List<SessionJson.Entry> entries = new ArrayList<>();
    Map<String, String> texts = new LinkedHashMap<>();
    for (Draft draft : session.drafts()) {
      if (draft.text().isPresent() || draft.path().isPresent()) {
        draft.text().ifPresent(text -> texts.put(fileName(draft.id()), text));
        entries.add(entry(draft));
      }
    }
    for (var text : texts.entrySet()) {
      writeText(folder, text.getKey(), text.getValue());
    }
    PrivateFiles.write(
        folder.resolve(INDEX),
        SessionJson.write(new SessionJson.Index(entries, session.current())));
    for (String file : List.copyOf(kept.keySet())) {
      if (!texts.containsKey(file)) {
        Files.deleteIfExists(folder.resolve(file));
        kept.remove(file);
      }
    }
  }

  private SessionJson.Entry entry(Draft draft) {
    return new SessionJson.Entry(
        draft.id(),
        draft.language(),
        draft.name(),
        draft.path().map(Path::toAbsolutePath),
        draft.dirty(),
        draft.text().isPresent(),
        draft.text().isPresent() ? digest(draft.savedText()) : "",
        draft.caret(),
        draft.runner());
  }

  private void writeText(Path folder, String file, String text) throws IOException {
    if (!text.equals(kept.get(file))) {
      PrivateFiles.write(folder.resolve(file), text.getBytes(StandardCharsets.UTF_8));
      kept.put(file, text);
    }
  }

  private static String fileName(String id) {
    String plain =
        PLAIN_ID.matcher(id).matches()
            ? id
            : UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
    return plain + TEXT;
  }

  /** The text alone, as documents have it: whatever its line ends and byte order mark. */
  private static String plain(String text) {
    String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return unmarked.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static String digest(String text) {
    byte[] bytes = plain(text).getBytes(StandardCharsets.UTF_8);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Gives the folder to the next window; what is in it stays. */
  @Override
  public void close() {
    if (slot.isPresent()) {
      slot.get().close();
    }
  }
}
