package sandglass.sandbox;

/**
 * Everything that decides a run. Equal capsules give equal output, fuel and memory growth, where
 * clock and random are not real ones.
 *
 * @param name what to call the program in messages: a file's name, for one
 * @param module the module's binary; not copied, so not to be changed afterwards
 * @param entry where to begin
 * @param limits what it may use
 * @param world what it can see
 * @param engine what executes it
 */
@SuppressWarnings("ArrayRecordComponent") // modules are large, and read only
public record Capsule(
    String name, byte[] module, Entry entry, Limits limits, World world, Engine engine) {}
