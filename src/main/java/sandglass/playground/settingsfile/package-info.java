/**
 * Limits and world from settings files, and into them. May import {@code playground.capsule},
 * {@code .common}, {@code .files}, {@code .limits}, {@code .world}, {@code tool.settings} and
 * {@code sandbox}.
 */
package sandglass.playground.settingsfile;
