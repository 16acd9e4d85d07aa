package sandglass.sandbox.meter;

/**
 * A module that counts its own fuel.
 *
 * @param module the rewritten binary, valid where the original is
 * @param fuelGlobal the index of the appended mutable {@code i64} global that holds the fuel left
 * @param startupFuel what wasmtime charges for instantiating the module, apart from what its start
 *     function uses
 * @param map from rewritten to original instructions
 * @param vectors whether it has vector instructions
 * @param entangled whether it makes tail calls, or calls by reference: what the engine's compiler
 *     makes of a function depends on all others then
 */
@SuppressWarnings("ArrayRecordComponent") // modules are large, and read only
public record Metered(
    byte[] module,
    int fuelGlobal,
    long startupFuel,
    InstructionMap map,
    boolean vectors,
    boolean entangled) {}
