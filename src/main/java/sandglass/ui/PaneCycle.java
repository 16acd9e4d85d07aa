package sandglass.ui;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;

/** Moves the keyboard from pane to pane. */
final class PaneCycle {
  private final List<Node> panes;

  /**
   * @param panes in the order of the window
   */
  PaneCycle(List<Node> panes) {
    this.panes = List.copyOf(panes);
  }

  /** Puts the keyboard into the pane after, or before, the one that has it. */
  void move(Node focused, boolean forward) {
    int at = -1;
    for (int i = 0; i < panes.size(); i++) {
      if (holds(panes.get(i), focused)) {
        at = i;
      }
    }
    for (int i = 1; i <= panes.size(); i++) {
      int next = Math.floorMod(at + (forward ? i : -i), panes.size());
      var target = firstFocusable(panes.get(next));
      if (target.isPresent()) {
        target.get().requestFocus();
        return;
      }
    }
  }

  private static boolean holds(Node pane, Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at == pane) {
        return true;
      }
    }
    return false;
  }

  /** What in a pane takes the keyboard; empty if nothing does. */
  static Optional<Node> firstFocusable(Node pane) {
    var pending = new ArrayDeque<Node>();
    pending.add(pane);
    while (!pending.isEmpty()) {
      var node = pending.removeFirst();
      if (!node.isVisible() || node.isDisabled()) {
        continue;
      }
      if (node.isFocusTraversable()) {
        return Optional.of(node);
      }
      if (node instanceof Parent parent) {
        parent.getChildrenUnmodifiable().reversed().forEach(pending::addFirst);
      }
    }
    return Optional.empty();
  }
}
