/** Tests of the interpreters; those that need CPython are in {@code sandglass.python}. */
package sandglass.interpreter;
