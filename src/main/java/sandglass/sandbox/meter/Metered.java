package sandglass.sandbox.meter;

/**
 * A module that counts its own fuel.
 *
 * @param module the rewritten binary, valid where the original is
 * @param fuelGlobal the index of the appended mutable {@code i64} global that holds the fuel left
 * @param startupFuel what wasmtime charges for instantiating the module, apart from what its start
 *     function uses
 * @param map from rewritten to original instructions
 */
@SuppressWarnings("ArrayRecordComponent") // modules are large, and read only
public record Metered(byte[] module, int fuelGlobal, long startupFuel, InstructionMap map) {}
