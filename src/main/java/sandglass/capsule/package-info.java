/**
 * Capsules as files: everything that decides a run, and what it is expected to do, in one JSON
 * document. Reads, writes, opens, checks and compares them, and says them in other words: a command
 * line, a tool call. May import {@code data}, {@code program}, {@code sandbox} and {@code
 * interpreter}.
 */
package sandglass.capsule;
