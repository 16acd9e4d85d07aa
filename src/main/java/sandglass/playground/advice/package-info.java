/**
 * A run's end in plain words: what happened, where, what to try. Pure. May import {@code
 * playground.limits}, {@code program} and {@code sandbox}.
 */
package sandglass.playground.advice;
