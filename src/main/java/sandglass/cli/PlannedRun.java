package sandglass.cli;

import sandglass.sandbox.Capsule;

/**
 * What a command is about to run.
 *
 * @param capsule the run
 * @param saving how it becomes a capsule's file
 */
record PlannedRun(Capsule capsule, SaveOptions.Saving saving) {}
