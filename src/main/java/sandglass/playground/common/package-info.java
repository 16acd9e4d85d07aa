/**
 * What every part of the view-model needs: threads, ticks, notices, questions. May import
 * javafx.base only.
 */
package sandglass.playground.common;
