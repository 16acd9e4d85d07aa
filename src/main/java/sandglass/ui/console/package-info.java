/**
 * What the guest prints, and what it is told. May import {@code playground}, {@code ui.common},
 * JavaFX and its libraries.
 */
package sandglass.ui.console;
