/**
 * The command line: {@code run}, {@code compile}, {@code inspect}, {@code interpreter}. May import
 * the engine packages and picocli.
 */
package sandglass.cli;
