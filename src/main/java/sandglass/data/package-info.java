/**
 * JSON and YAML as trees that know their places, so that whatever is wrong with a file is said with
 * its line and column. May import Jackson and {@code program.NearMiss}.
 */
package sandglass.data;
