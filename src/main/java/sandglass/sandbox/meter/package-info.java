/**
 * Rewrites WebAssembly so that it counts fuel. Pure: bytes in, bytes and an instruction map out.
 * May import only the types of Chicory's parser.
 */
package sandglass.sandbox.meter;
