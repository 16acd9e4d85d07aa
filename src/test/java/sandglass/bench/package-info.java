/**
 * Benchmarks. {@code mvn -Pbench test-compile exec:exec} runs all of them; {@code
 * -Dbench.args="Hello"} those whose names match, with any other options of JMH's command line.
 * {@code src/test/scripts/bench_peers.py} compares with wasmtime and V8, {@code bench_python.py}
 * does the same for CPython as a guest.
 */
package sandglass.bench;
