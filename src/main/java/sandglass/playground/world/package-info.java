/**
 * What a guest can see, as a person or a capsule sets it. May import {@code playground.common},
 * {@code capsule}, {@code program}, {@code sandbox} and javafx.base.
 */
package sandglass.playground.world;
