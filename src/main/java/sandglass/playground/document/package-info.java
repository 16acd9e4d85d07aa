/**
 * The tabs: texts, modules and capsules, opened, built, saved, and kept through a crash. May import
 * {@code playground.common}, {@code playground.world}, {@code capsule}, {@code tool}, {@code
 * program}, {@code settings} and javafx.base.
 */
package sandglass.playground.document;
