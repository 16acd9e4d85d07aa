package sandglass.sandbox;

import com.dylibso.chicory.compiler.internal.ByteClassCollector;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;

/**
 * Takes the classes of a piece from Chicory's compiler, keeps those that belong to it, and tells of
 * each that came. Here the compiler, which polls nothing itself, answers an interrupt: by a {@link
 * CancellationException}.
 */
final class PieceClasses extends ByteClassCollector {
  private final Predicate<String> belongs;
  private final Runnable came;

  /**
   * @param belongs whether a class, by its name, belongs to the piece
   * @param came told of each class, whether or not it does
   */
  PieceClasses(Predicate<String> belongs, Runnable came) {
    this.belongs = belongs;
    this.came = came;
  }

  @Override
  public void put(String className, byte[] bytes) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException();
    }
    came.run();
    // Chicory names one of them as class files do.
    String name = className.replace('/', '.');
    if (belongs.test(name)) {
      super.put(name, bytes);
    }
  }
}
