/**
 * The command line: one class a subcommand, and what they share. May import the engine packages and
 * picocli.
 */
package sandglass.cli;
