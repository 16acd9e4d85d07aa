/** The limits as a person sets them. May import {@code sandbox} and javafx.base. */
package sandglass.playground.limits;
