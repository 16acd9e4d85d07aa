package sandglass.ui;

import atlantafx.base.theme.Styles;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;

/** What a run printed and did, a tab each, with counts and marks for what is new. */
final class BottomTabs extends TabPane {
  private final Map<String, Tab> tabs = new LinkedHashMap<>();

  BottomTabs() {
    setId("bottom-tabs");
    getStyleClass().addAll("bottom-tabs", Styles.DENSE);
    setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
  }

  /** Adds a tab. */
  Tab add(String name, Node content) {
    var tab = new Tab(name, content);
    tab.setId("tab-" + name.toLowerCase(Locale.ROOT));
    tabs.put(name, tab);
    getTabs().add(tab);
    return tab;
  }

  /** Has a tab there only while a condition holds. */
  void showWhile(String name, ObservableValue<Boolean> condition) {
    var tab = tabs.get(name);
    condition.subscribe(
        wanted -> {
          if (!wanted) {
            getTabs().remove(tab);
          } else if (!getTabs().contains(tab)) {
            getTabs().add(placeOf(tab), tab);
          }
        });
  }

  /** Behind those that were added before it. */
  private int placeOf(Tab tab) {
    int place = 0;
    for (Tab each : tabs.values()) {
      if (each == tab) {
        return place;
      }
      place += getTabs().contains(each) ? 1 : 0;
    }
    return place;
  }

  /** Shows how many there are behind the name, if any. */
  void count(String name, ObservableValue<? extends Number> count) {
    var tab = tabs.get(name);
    count.subscribe(
        now -> tab.setText(now.intValue() == 0 ? name : name + " (" + now.intValue() + ")"));
  }

  /** Marks the name while there is something new. */
  void mark(String name, ObservableValue<Boolean> unread) {
    var tab = tabs.get(name);
    unread.subscribe(now -> tab.setText(now ? name + " •" : name));
  }

  /** Brings a tab to the front if another one is there, and leaves the keyboard where it is. */
  void leave(String name, String other) {
    if (tabs.get(name).isSelected()) {
      getSelectionModel().select(tabs.get(other));
    }
  }

  /** Brings a tab to the front, and puts the keyboard into it. */
  void show(String name) {
    if (!getTabs().contains(tabs.get(name))) {
      return;
    }
    getSelectionModel().select(tabs.get(name));
    var content = tabs.get(name).getContent();
    // Past the pane's own buttons, which Shift+Tab reaches, to what it shows.
    var shown = content instanceof BorderPane pane ? pane.getCenter() : content;
    PaneCycle.firstFocusable(shown).orElse(content).requestFocus();
  }
}
