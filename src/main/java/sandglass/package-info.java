/**
 * The launcher. {@link sandglass.Main} opens the window or runs a command; nothing imports this
 * package, and it may import everything.
 */
package sandglass;
