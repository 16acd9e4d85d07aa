/**
 * A folder of capsules, watched: which runs a server has recorded, and how they ended. May import
 * {@code playground.common}, {@code playground.files}, {@code capsule}, {@code data}, {@code
 * program}, {@code sandbox} and javafx.base.
 */
package sandglass.playground.recorded;
