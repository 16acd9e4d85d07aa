/**
 * Guest language interpreters, CPython for one: which there are, how they are got, how a script is
 * run by one, and workers that were started ahead. An interpreter is any WASI command module with a
 * {@link sandglass.interpreter.CommandTemplate}. May import {@code sandbox}, and {@code program}
 * for loading modules.
 */
package sandglass.interpreter;
