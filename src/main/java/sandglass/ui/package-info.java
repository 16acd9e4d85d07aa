/**
 * The window. Panes live in packages of their own, none knowing another; this package puts them
 * together. May import {@code playground}, JavaFX and its libraries.
 */
package sandglass.ui;
