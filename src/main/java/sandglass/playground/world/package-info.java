/**
 * What a guest can see, as a person sets it. May import {@code playground.common}, {@code program},
 * {@code sandbox} and javafx.base.
 */
package sandglass.playground.world;
