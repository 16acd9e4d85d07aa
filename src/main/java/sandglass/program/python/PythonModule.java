package sandglass.program.python;

import java.util.List;

/** A whole source, parsed. */
record PythonModule(List<Statement> body) {}
