/**
 * The window's view-model: observable state out, verbs in, no nodes. Every class here is used on
 * the FX thread unless it says otherwise; what takes time goes through {@link
 * sandglass.playground.Threads}. May import javafx.base, {@code settings} and the engine packages.
 */
package sandglass.playground;
