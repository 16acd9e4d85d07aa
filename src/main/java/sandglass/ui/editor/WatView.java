package sandglass.ui.editor;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import sandglass.playground.document.Document.Runner;
import sandglass.program.Program;

/**
 * What a Python editor needs to show WebAssembly text beside the Python.
 *
 * @param shown whether a person wants to see it
 * @param runner what to call that which runs Python
 * @param save asks where to save a program's text, and saves it there
 */
public record WatView(
    BooleanProperty shown, Function<Runner, String> runner, Consumer<Program> save) {}
