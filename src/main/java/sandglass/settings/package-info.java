/**
 * What survives a restart: observable settings, the file that they are kept in, and how files are
 * replaced without ever being half written. Needs no toolkit. May import javafx.base and Jackson,
 * and nothing else of Sandglass.
 */
package sandglass.settings;
