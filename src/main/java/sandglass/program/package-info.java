/**
 * Turns what a person has (a file, text, base64) into a {@link sandglass.program.Program}, or says
 * what is wrong with it and where. May import {@code program.wat}, {@code program.python}, {@code
 * sandbox.meter} (for the check of a module's structure), {@code sandbox.Limits}, {@code
 * sandbox.Quantities}, {@code sandbox.wasi.Wasi} (for the functions that it offers), Jackson and
 * the types of Chicory's parser.
 */
package sandglass.program;
