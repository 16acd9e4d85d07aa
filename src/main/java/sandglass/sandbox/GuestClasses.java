package sandglass.sandbox;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Loads the classes of one compiled module, each when it is first needed: a start of CPython comes
 * by a third of them.
 */
final class GuestClasses extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  private final Map<String, byte[]> classes;

  private GuestClasses(Map<String, byte[]> classes) {
    super("guest", GuestClasses.class.getClassLoader());
    this.classes = new ConcurrentHashMap<>(classes);
  }

  /**
   * What makes the machine of an instance.
   *
   * @throws LinkageError if the classes are not what they should be
   */
  static Function<Instance, Machine> load(CompiledModule module) {
    var loader = new GuestClasses(module.classes());
    try {
      Class<?> main = Class.forName(module.mainClass(), true, loader);
      MethodHandle constructor =
          MethodHandles.publicLookup().unreflectConstructor(main.getConstructor(Instance.class));
      @SuppressWarnings("unchecked")
      Function<Instance, Machine> factory =
          MethodHandleProxies.asInterfaceInstance(Function.class, constructor);
      return factory;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("no machine in the compiled module", e);
    }
  }

  /**
   * Loads all classes of a module, and has the JVM verify them: what Chicory makes of some valid
   * modules is refused.
   *
   * @throws LinkageError if it is
   */
  static void verify(CompiledModule module) {
    var loader = new GuestClasses(module.classes());
    try {
      for (String name : module.classes().keySet()) {
        Class.forName(name, true, loader);
      }
    } catch (ClassNotFoundException e) {
      throw new LinkageError("a class of the compiled module is missing", e);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    // The JVM keeps its own copy; loads of one class take turns.
    byte[] bytes = classes.remove(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }
}
