/** Tests of capsules as files. */
package sandglass.capsule;
