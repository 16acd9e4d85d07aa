package sandglass.ui.interpreter;

import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import sandglass.playground.document.Document;
import sandglass.playground.document.Document.Runner;
import sandglass.playground.interpreter.InterpreterModel;
import sandglass.playground.interpreter.Supply;

/**
 * The bar above the editor that is there while the document in front wants CPython and that is not
 * there. Takes no room otherwise.
 */
public final class InterpreterStrip extends HBox {
  private final InterpreterModel model;
  private final InvalidationListener changed = o -> update();
  private Document shown;

  /**
   * @param choose lets a person choose a module of their own for this document
   */
  public InterpreterStrip(
      ObservableValue<Document> current, InterpreterModel model, Runnable choose) {
    this.model = model;
    setId("interpreter-strip");
    getStyleClass().add("interpreter-strip");
    setAlignment(Pos.CENTER_LEFT);
    var box = new SupplyBox("strip", model, choose);
    HBox.setHgrow(box, Priority.ALWAYS);
    getChildren().setAll(new FontIcon("fth-terminal"), box);
    current.subscribe(
        document -> {
          if (shown != null) {
            shown.runner().removeListener(changed);
          }
          shown = document;
          if (shown != null) {
            shown.runner().addListener(changed);
          }
          update();
        });
    model.cpython().addListener(changed);
  }

  private void update() {
    var supply = model.cpython().get();
    boolean isAbsent = supply instanceof Supply.Missing || supply instanceof Supply.Fetching;
    boolean isWanted =
        shown != null && shown.isInterpreted() && shown.runner().get() == Runner.CPYTHON;
    setVisible(isAbsent && isWanted);
    setManaged(isAbsent && isWanted);
  }
}
