/** Python source: tokens for colours, and how deep lines stand. May import the JDK only. */
package sandglass.program.python;
