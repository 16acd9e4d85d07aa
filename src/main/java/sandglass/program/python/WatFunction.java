package sandglass.program.python;

import java.util.List;

/**
 * A function of the written module.
 *
 * @param name without its dollar sign
 * @param head its parameters and result, as they are printed
 * @param locals their declarations, as they are printed
 * @param title comments before it
 * @param line the line of the source where it is defined; 0 if it has none
 */
record WatFunction(
    String name,
    String head,
    List<String> locals,
    List<WatNode> body,
    List<String> title,
    int line) {}
