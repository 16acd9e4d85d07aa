/**
 * Rewrites WebAssembly so that it counts fuel ({@code Meter}), and so that functions too large for
 * the JVM are in parts ({@code Splitter}). Pure: bytes in, bytes and an instruction map out. May
 * import only the types of Chicory's parser.
 */
package sandglass.sandbox.meter;
