package sandglass.ui.world;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import sandglass.playground.world.StdinModel;
import sandglass.playground.world.StdinModel.Mode;
import sandglass.sandbox.Quantities;
import sandglass.ui.common.FieldMessage;

/** What the guest reads. */
final class StdinSection {
  private static final int ROWS = 3;

  private final StdinModel model;
  private final Supplier<Optional<Path>> chooser;

  StdinSection(StdinModel model, Supplier<Optional<Path>> chooser) {
    this.model = model;
    this.chooser = chooser;
  }

  Section section() {
    var modes =
        new Segmented<>(
            "stdin",
            "Stdin",
            model.mode(),
            List.of(
                new Segmented.Choice<>(Mode.NONE, "None", "The guest's stdin is at its end"),
                new Segmented.Choice<>(Mode.TEXT, "Text", "A text that you write here"),
                new Segmented.Choice<>(Mode.FILE, "File", "The content of a file"),
                new Segmented.Choice<>(
                    Mode.LIVE, "Live", "What you type in the console while the guest waits")));
    var file = path();
    return new Section(
        "Stdin",
        modes,
        text(),
        file,
        hint("The console takes lines while the guest waits for them.", Mode.LIVE),
        given(),
        new FieldMessage("stdin-error", model.error(), file));
  }

  private TextArea text() {
    var text = new TextArea();
    text.setId("stdin-content");
    text.getStyleClass().add("mono");
    text.setPrefRowCount(ROWS);
    text.setMinHeight(TextArea.USE_PREF_SIZE);
    text.setPromptText("What the guest reads");
    text.setAccessibleText("Text that the guest reads on stdin");
    text.textProperty().bindBidirectional(model.text());
    Section.showWhile(text, model.mode().isEqualTo(Mode.TEXT));
    return text;
  }

  private HBox path() {
    var path = new TextField();
    path.setId("stdin-file-path");
    path.getStyleClass().addAll("mono", Styles.SMALL);
    path.setPromptText("path of a file");
    path.setAccessibleText("File that the guest reads on stdin");
    path.textProperty().bindBidirectional(model.fileText());
    HBox.setHgrow(path, Priority.ALWAYS);
    var choose =
        Section.iconButton(
            "stdin-file-choose",
            "fth-folder",
            "Choose a file",
            () -> chooser.get().ifPresent(file -> model.fileText().set(file.toString())));
    var line = new HBox(path, choose);
    line.getStyleClass().addAll("world-line", "world-inset");
    Section.showWhile(line, model.mode().isEqualTo(Mode.FILE));
    return line;
  }

  private Label hint(String text, Mode mode) {
    var hint = new Label(text);
    hint.setWrapText(true);
    hint.setMinHeight(Label.USE_PREF_SIZE);
    hint.getStyleClass().addAll("world-hint", "world-inset");
    Section.showWhile(hint, model.mode().isEqualTo(mode));
    return hint;
  }

  private Label given() {
    var hint = hint("", Mode.GIVEN);
    hint.setId("stdin-given");
    hint.textProperty()
        .bind(
            model
                .given()
                .map(
                    content ->
                        Quantities.formatBytes(content.bytes().length) + ", in the capsule."));
    return hint;
  }
}
