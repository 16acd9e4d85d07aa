package sandglass.tool;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import sandglass.capsule.CapsuleFile;
import sandglass.capsule.Content;
import sandglass.capsule.Opened;
import sandglass.interpreter.Interpreter;
import sandglass.interpreter.Session;
import sandglass.sandbox.Streams;
import sandglass.tool.ToolException.Kind;

/**
 * Pythons that live on from call to call, by name. So many at a time, each until it has not been
 * used for a while; the one that was not used for longest makes room for a new one. Safe for use
 * from any thread.
 */
final class PythonSessions implements AutoCloseable {
  /** One session. Guarded by this object's monitor. */
  private static final class Entry {
    private final Session session;
    private final String sha256;
    private long calls;
    private int underWay;
    private long lastUsed;
    private CompletableFuture<?> turn = CompletableFuture.completedFuture(null);

    Entry(Session session, String sha256) {
      this.session = session;
      this.sha256 = sha256;
    }
  }

  private final CapsuleRunner runner;
  private final SessionBounds bounds;
  private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
  private final ScheduledThreadPoolExecutor clock;
  private boolean closed;

  PythonSessions(CapsuleRunner runner, SessionBounds bounds) {
    this.runner = runner;
    this.bounds = bounds;
    clock =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              var thread = new Thread(task, "sandglass-sessions");
              thread.setDaemon(true);
              return thread;
            });
    clock.setKeepAliveTime(10, TimeUnit.SECONDS);
    clock.allowCoreThreadTimeOut(true);
  }

  /**
   * Runs a script in a session, which it starts if there is none of that name.
   *
   * @param opened the same script as a run of its own: what a new session begins with
   */
  synchronized RunningCall start(
      String tool, String id, CapsuleFile file, Opened opened, Streams live) throws ToolException {
    Interpreter python = opened.interpreter().orElseThrow();
    Entry entry = entries.get(id);
    if (entry != null && entry.session.isOver()) {
      entries.remove(id);
      entry = null;
    }
    if (entry != null && !entry.sha256.equals(python.sha256())) {
      throw new ToolException(
          Kind.INVALID,
          "parameters.session_id",
          "the session was started with another interpreter; give the same one, or another name");
    }
    boolean isNew = entry == null;
    if (isNew) {
      entry = begin(id, python, opened);
    }
    entry.calls++;
    entry.underWay++;
    Entry used = entry;
    var call =
        new SessionCall(tool, id, entry.session, isNew, entry.calls, live, () -> ended(id, used));
    var script = (CapsuleFile.Code.Script) file.program();
    var job =
        new Interpreter.Job(file.name(), script.text(), file.world().args(), java.util.List.of());
    byte[] stdin = ((Content.Here) file.world().stdin()).bytes();
    entry.turn = entry.turn.thenCompose(_ -> call.begin(job, stdin, file.limits().timeout()));
    return call;
  }

  private Entry begin(String id, Interpreter python, Opened opened) throws ToolException {
    if (closed) {
      throw new ToolException(Kind.BUSY, "", "the service is being closed and takes no more calls");
    }
    if (!python.isPython()) {
      throw new ToolException(
          Kind.INVALID,
          "parameters.session_id",
          python.name() + " is no CPython, and only those have sessions; leave session_id out");
    }
    makeRoom();
    var capsule = opened.capsule();
    Session session = Session.start(python, capsule.world(), capsule.limits(), runner.workers());
    var entry = new Entry(session, python.sha256());
    entries.put(id, entry);
    return entry;
  }

  private void makeRoom() throws ToolException {
    entries.values().removeIf(entry -> entry.session.isOver());
    if (entries.size() < bounds.count()) {
      return;
    }
    for (var oldest : entries.entrySet()) { // by when they were used
      if (oldest.getValue().underWay == 0) {
        end(oldest.getKey(), oldest.getValue());
        return;
      }
    }
    throw new ToolException(
        Kind.BUSY,
        "parameters.session_id",
        "%d sessions are at work, as many as may; try again later".formatted(bounds.count()));
  }

  private void end(String id, Entry entry) {
    entries.remove(id, entry);
    entry.session.close();
  }

  private synchronized void ended(String id, Entry entry) {
    entry.underWay--;
    entry.lastUsed = System.nanoTime();
    if (entry.session.isOver()) {
      entries.remove(id, entry);
      return;
    }
    try {
      var _ =
          clock.schedule(() -> expire(id, entry), bounds.idle().toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      // Closed, and the session with it.
    }
  }

  private synchronized void expire(String id, Entry entry) {
    boolean used = System.nanoTime() - entry.lastUsed < bounds.idle().toNanos();
    if (entry.underWay == 0 && !used) {
      end(id, entry);
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      entries.values().forEach(entry -> entry.session.close());
      entries.clear();
    }
    clock.shutdownNow();
    runner.close();
  }
}
