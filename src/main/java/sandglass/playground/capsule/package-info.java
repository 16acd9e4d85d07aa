/**
 * Capsules in the window: limits and world that belong to a tab, saving, sharing, and comparing
 * with what is expected. May import the other packages of the view-model but its root, {@code
 * capsule}, {@code interpreter}, {@code tool}, {@code sandbox} and javafx.base.
 */
package sandglass.playground.capsule;
