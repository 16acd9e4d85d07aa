package sandglass.ui.editor;

/**
 * One change of a text, and what is selected after it: one step to undo.
 *
 * @param start the first character that goes, in UTF-16 units
 * @param end behind the last one
 * @param replacement what comes in its place
 * @param anchor where the selection then starts
 * @param caret where it ends; equal to {@code anchor} if nothing is selected
 */
record Edit(int start, int end, String replacement, int anchor, int caret) {}
