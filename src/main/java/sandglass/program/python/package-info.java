/**
 * Python: tokens for colours, how deep lines stand, and the compiler of simple Python to WAT:
 * scanner, parser, checker, writer. May import the JDK only.
 */
package sandglass.program.python;
