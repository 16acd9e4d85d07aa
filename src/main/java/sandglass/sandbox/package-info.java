/**
 * Runs a module under limits. A {@link sandglass.sandbox.Capsule} goes in, a {@link
 * sandglass.sandbox.Run} comes out at once, and its {@link sandglass.sandbox.Report} says what
 * happened. May import {@code sandbox.meter}, {@code sandbox.simd}, {@code sandbox.wasi}, Chicory
 * and Jackson (for the report's JSON).
 */
package sandglass.sandbox;
