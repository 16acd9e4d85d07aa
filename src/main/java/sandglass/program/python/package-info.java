/**
 * Python: tokens for colours, how deep lines stand, and the compiler of simple Python to
 * WebAssembly text: scanner, parser, checker, writer. What the text calls is the runtime, written
 * in C under {@code src/main/c} and kept as {@code runtime.wat}, which programs show, and {@code
 * runtime.bin}, the same as code; {@code src/main/c/make.sh} makes both. A program that compiles
 * does what CPython 3.12 does, byte for byte, or, where only its run can tell that it cannot, stops
 * and says so; all others are refused before they run. May import the JDK only.
 */
package sandglass.program.python;
