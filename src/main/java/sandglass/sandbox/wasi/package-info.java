/**
 * WASI preview 1: host functions, the in-memory guest file system, and the decoded call trace. May
 * import Chicory.
 *
 * <p>The guest's files are nodes in memory ({@link sandglass.sandbox.wasi.Node}), reached only
 * through the directories that hold them. So a descriptor survives renames, no guest's text is ever
 * a path of the host, numbers and times are the same on every machine, and nothing is left when a
 * run is over. The errnos are wasmtime's, checked with the wasi-testsuite.
 */
package sandglass.sandbox.wasi;
