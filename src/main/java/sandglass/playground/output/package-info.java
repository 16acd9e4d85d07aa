/**
 * What a guest prints, bounded, and what it is told while it runs. May import {@code
 * playground.common}, {@code sandbox} and javafx.base.
 */
package sandglass.playground.output;
