package sandglass.ui.world;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import sandglass.playground.world.FolderGrant;
import sandglass.playground.world.FoldersModel;
import sandglass.ui.common.FieldMessage;

/** The folders of which the guest sees copies. */
final class FoldersSection {
  private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

  private final FoldersModel model;
  private final Supplier<Optional<Path>> chooser;
  private final Node add;

  FoldersSection(FoldersModel model, Supplier<Optional<Path>> chooser) {
    this.model = model;
    this.chooser = chooser;
    add = Section.addButton("folder-add", "Folder", this::choose);
  }

  Section section() {
    var hint = new Label("or drop one here");
    hint.getStyleClass().add("world-hint");
    var head = new HBox(add, hint);
    head.getStyleClass().add("world-line");
    var rows = Section.rows(model.rows(), this::row);
    rows.setId("folder-rows");
    var section = new Section("Folders", head, rows);
    acceptDrops(section);
    return section;
  }

  private void choose() {
    chooser.get().ifPresent(model::add);
  }

  private void acceptDrops(Section section) {
    section.setId("folders-section");
    section.setOnDragOver(
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
            event.consume();
          }
        });
    section.setOnDragEntered(
        event -> section.pseudoClassStateChanged(DROP, event.getDragboard().hasFiles()));
    section.setOnDragExited(event -> section.pseudoClassStateChanged(DROP, false));
    section.setOnDragDropped(
        event -> {
          if (event.getDragboard().hasFiles()) {
            // Whether they are folders is found out in the background, and said in their rows.
            event.getDragboard().getFiles().forEach(file -> model.add(file.toPath()));
            event.setDropCompleted(true);
            event.consume();
          }
        });
  }

  private Node row(FolderGrant grant) {
    String label = grant.label();
    var icon = new FontIcon(grant.isInCapsule() ? "fth-box" : "fth-folder");
    var host = new Label(label, icon);
    host.getStyleClass().add("folder-host");
    host.setTextOverrun(grant.isInCapsule() ? OverrunStyle.ELLIPSIS : OverrunStyle.CENTER_ELLIPSIS);
    host.setTooltip(
        new Tooltip(grant.isInCapsule() ? label + ": it is nowhere else on this machine" : label));
    host.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(host, Priority.ALWAYS);
    var remove =
        Section.iconButton(
            null,
            "fth-x",
            "Remove this folder",
            () -> {
              model.remove(grant);
              add.requestFocus();
            });
    remove.getStyleClass().add("folder-remove");
    var first = new HBox(host, remove);
    first.getStyleClass().add("world-line");
    var guest = new TextField();
    guest.getStyleClass().addAll("mono", Styles.SMALL, "folder-guest");
    guest.setAccessibleText("The guest's path for " + label);
    guest.setTooltip(new Tooltip("The guest's path for this folder"));
    guest.textProperty().bindBidirectional(grant.guest());
    HBox.setHgrow(guest, Priority.ALWAYS);
    var as = new Label("as");
    as.getStyleClass().add("world-hint");
    var second = new HBox(as, guest, writable(grant));
    if (!grant.also().isEmpty()) {
      var also = new Label("and " + String.join(", ", grant.also()));
      also.getStyleClass().add("world-hint");
      also.setTooltip(new Tooltip("The same copy by more names, as the capsule says"));
      second.getChildren().add(2, also);
    }
    second.getStyleClass().addAll("world-line", "folder-second");
    return new VBox(first, second, new FieldMessage(null, grant.error(), guest));
  }

  private static Node writable(FolderGrant grant) {
    var toggle = new ToggleButton();
    toggle.getStyleClass().addAll(Styles.SMALL, "folder-mode");
    toggle.selectedProperty().bindBidirectional(grant.writable());
    toggle.setTooltip(
        new Tooltip(
            "Whether the guest may change its copy; the folder itself is never written to"));
    toggle
        .selectedProperty()
        .subscribe(
            writable -> {
              toggle.setText(writable ? "read-write" : "read-only");
              toggle.setAccessibleText(writable ? "Writable copy" : "Read-only copy");
            });
    return toggle;
  }
}
