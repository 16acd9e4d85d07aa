/**
 * The window's view-model: observable state out, verbs in, no nodes. {@link
 * sandglass.playground.Playground} is the whole of it; its parts have packages of their own. Every
 * class is used on the FX thread unless it says otherwise; what takes time goes through {@link
 * sandglass.playground.common.Threads}. May import javafx.base, {@code settings} and the engine
 * packages.
 */
package sandglass.playground;
