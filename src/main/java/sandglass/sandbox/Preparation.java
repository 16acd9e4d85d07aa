package sandglass.sandbox;

import java.util.concurrent.CompletableFuture;

/** Work that makes a module ready before anybody runs it. Safe for use from any thread. */
public interface Preparation {
  /** How it ended. */
  enum End {
    /** A run begins at once. */
    READY,
    /** It was given up. */
    CANCELLED,
    /** It cannot be done; what is wrong is for the run to say. */
    REFUSED
  }

  /** How far it is, from 0 to 1; never falls. */
  double progress();

  /** Completes when it is over, on whatever thread; never exceptionally. */
  CompletableFuture<End> end();

  /** Gives it up; may be called again, and when it is over. */
  void cancel();
}
