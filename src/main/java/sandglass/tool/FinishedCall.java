package sandglass.tool;

import sandglass.capsule.CapsuleFile;
import sandglass.sandbox.Report;

/**
 * A tool call that ran a guest and has ended.
 *
 * @param tool the tool's name
 * @param capsule what ran, without what is expected of it
 * @param report what it did
 * @param session whether the guest began with what earlier calls of its session had left, so that
 *     the capsule alone does not give the same report
 */
public record FinishedCall(String tool, CapsuleFile capsule, Report report, boolean session) {}
