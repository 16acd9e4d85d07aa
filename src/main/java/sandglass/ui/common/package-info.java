/** What several panes need: themes, the clock of the window, small controls. */
package sandglass.ui.common;
