/**
 * Settings files: the section {@code wasi} of the platform's {@code config/shannon.yaml}, read and
 * written. May import {@code data}, {@code sandbox}, and of {@code interpreter} the name of a
 * setting.
 */
package sandglass.tool.settings;
