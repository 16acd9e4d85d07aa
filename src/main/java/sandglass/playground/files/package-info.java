/**
 * Modules and guest files on their way to the disk. May import {@code playground.common}, {@code
 * program}, {@code sandbox} and javafx.base.
 */
package sandglass.playground.files;
