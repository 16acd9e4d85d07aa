/**
 * Turns what a person has (a file, text, base64) into a {@link sandglass.program.Program}, or says
 * what is wrong with it and where. May import {@code program.wat} and the types of Chicory's
 * parser.
 */
package sandglass.program;
