package sandglass.sandbox.meter;

import sandglass.sandbox.meter.Node.Block;

/** A function as a tree: one of the module's, or a part that was cut out of one. */
final class TreeFunction {
  final Signature signature;

  /** Types of its parameters and locals. */
  final IntList locals = new IntList();

  /** What its instructions are in; a branch to it, and a return, leaves the function. */
  final Block root;

  private int codeLocal = -1;

  TreeFunction(Signature signature, Block root) {
    this.signature = signature;
    this.root = root;
    for (int type : signature.params()) {
      locals.add(type);
    }
  }

  /** The local that holds which way a part was left; added where there is none yet. */
  int codeLocal() {
    if (codeLocal < 0) {
      codeLocal = locals.size();
      locals.add(Signature.I32);
    }
    return codeLocal;
  }
}
