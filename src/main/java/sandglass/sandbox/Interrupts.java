package sandglass.sandbox;

/** Answers interrupts in work that does not wait. */
final class Interrupts {
  private Interrupts() {}

  static void check() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
