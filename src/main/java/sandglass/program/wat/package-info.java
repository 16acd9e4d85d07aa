/**
 * WebAssembly text: compiled in process by wabt, with every error as line, column, length and
 * message. May import Chicory and wabt.
 */
package sandglass.program.wat;
