/**
 * WASI preview 1: host functions, the in-memory guest file system, and the decoded call trace. May
 * import Chicory and ZeroFs.
 */
package sandglass.sandbox.wasi;
