package sandglass.ui.editor;

import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import sandglass.program.Program;

/**
 * What a Python editor needs to show WebAssembly text beside the Python.
 *
 * @param shown whether a person wants to see it
 * @param save asks where to save a program's text, and saves it there
 */
public record WatView(BooleanProperty shown, Consumer<Program> save) {}
