/**
 * CPython 3.12 as a guest: a large, real module that many will run. {@link
 * sandglass.python.CPythonTest} runs the programs under {@code src/test/resources/python}, whose
 * expectations {@code src/test/scripts/python_programs.py} records; {@link
 * sandglass.python.ScriptTest} runs scripts as the window and the command line do; {@link
 * sandglass.python.ManyRuns} runs them by the hundred; {@code
 * src/test/scripts/cpython_regression.py} runs CPython's own tests. The module is not in the tree:
 * {@link sandglass.python.CPython} gets it.
 */
package sandglass.python;
