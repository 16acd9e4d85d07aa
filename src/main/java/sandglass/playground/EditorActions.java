package sandglass.playground;

import javafx.beans.value.ObservableBooleanValue;

/** What the commands need of the editor in front. Every verb is harmless where there is none. */
public interface EditorActions {
  /** Whether a text is in front, and not a module. */
  ObservableBooleanValue isText();

  /** Whether there is a change to take back. */
  ObservableBooleanValue canUndo();

  /** Whether there is a change to make again. */
  ObservableBooleanValue canRedo();

  /** Takes the last change back. */
  void undo();

  /** Makes the change again that was taken back last. */
  void redo();

  /** Moves the selection to the clipboard. */
  void cut();

  /** Copies the selection to the clipboard. */
  void copy();

  /** Puts the clipboard in place of the selection. */
  void paste();

  /** Selects everything. */
  void selectAll();

  /** Makes the selected lines comments, or text again. */
  void toggleComment();

  /** Asks what to find. */
  void find();

  /** Asks what to find and what to put in its place. */
  void replace();

  /** Selects the next place that was found; asks what to find if nothing is sought. */
  void findNext();

  /** Selects the place found before. */
  void findPrevious();

  /** Asks for a line to go to. */
  void goToLine();

  /** Moves the keyboard from Python to its WebAssembly text, or back. */
  void otherText();
}
