package sandglass.ui.module;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import sandglass.playground.common.Threads;
import sandglass.playground.files.ModuleExport;
import sandglass.program.ModuleInspection.Export;

/**
 * What can be done with a module that is shown.
 *
 * @param threads makes long lists in the background
 * @param export copies and saves
 * @param saveAs asks where to save, given a name for the file; empty if the person thinks better
 * @param call makes an exported function what the next run calls
 */
public record ModuleActions(
    Threads threads,
    ModuleExport export,
    Function<String, Optional<Path>> saveAs,
    Consumer<Export> call) {}
