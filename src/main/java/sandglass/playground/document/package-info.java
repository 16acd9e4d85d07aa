/**
 * The tabs: texts and modules, opened, built, saved, and kept through a crash. May import {@code
 * playground.common}, {@code program}, {@code settings} and javafx.base.
 */
package sandglass.playground.document;
