package sandglass.sandbox;

import java.util.Map;
import java.util.Optional;
import sandglass.sandbox.meter.Metered;

/**
 * A module as JVM classes, and what else a run of it needs. This is what the disk cache keeps.
 *
 * @param skeleton the metered and split binary without the bodies that were compiled
 * @param classes class files by name; empty where the module cannot be compiled
 * @param mainClass the name of the class that is the machine; {@code ""} where there is none
 * @param fuelGlobal index of the meter's global
 * @param startupFuel see {@link Metered#startupFuel()}
 * @param firstPart index of the first function that is a part of another; parts come last
 * @param interpreted by index, why a function is not among the classes; index {@link
 *     Interpreted#ALL} where none is
 */
@SuppressWarnings("ArrayRecordComponent") // large, and read only
record CompiledModule(
    byte[] skeleton,
    Map<String, byte[]> classes,
    String mainClass,
    int fuelGlobal,
    long startupFuel,
    int firstPart,
    Map<Integer, String> interpreted) {

  /** Why the whole of it is interpreted, if it is. */
  Optional<String> refusal() {
    return Optional.ofNullable(interpreted.get(Interpreted.ALL));
  }
}
