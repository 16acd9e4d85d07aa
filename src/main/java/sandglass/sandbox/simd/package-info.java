/**
 * Runs WebAssembly's fixed-width vector instructions, which Chicory parses and validates but leaves
 * to its interpreter's subclasses. May import Chicory's runtime and parser types only.
 */
package sandglass.sandbox.simd;
