"""Says whether a program keeps to the subset of Python that compiles to WAT.

    subset_check.py FILE...

Prints a line `FILE:LINE:COLUMN: what` for each construct outside it. The corpus and the generator are
held to this check, so that a program which the compiler refuses is never the corpus's fault.
"""

import ast
import builtins
import sys

FORBIDDEN = (
    ast.ClassDef, ast.AsyncFunctionDef, ast.AsyncFor, ast.AsyncWith, ast.Await, ast.With, ast.Yield,
    ast.YieldFrom, ast.Set, ast.SetComp, ast.NamedExpr, ast.Match, ast.Nonlocal,
    ast.ImportFrom, ast.TryStar, ast.TypeAlias,
)
TAKES_GENERATOR = {"sum", "any", "all", "list", "tuple", "sorted", "min", "max", "dict", "join"}
BUILTINS = {
    "print", "input", "len", "range", "abs", "min", "max", "sum", "sorted", "enumerate", "zip", "reversed",
    "int", "float", "str", "bool", "list", "tuple", "dict", "ord", "chr", "round", "divmod", "pow",
    "isinstance", "repr", "ascii", "any", "all", "bin", "oct", "hex", "format", "iter", "next", "type",
}
EXCEPTIONS = {
    name for name in dir(builtins)
    if isinstance(getattr(builtins, name), type) and issubclass(getattr(builtins, name), BaseException)
} - {"BaseExceptionGroup", "ExceptionGroup"}
METHODS = {
    name for kind in (str, list, dict, tuple, int, float) for name in dir(kind) if not name.startswith("_")
} - {"encode", "translate", "maketrans", "fromkeys", "from_bytes", "to_bytes", "format_map", "fromhex",
     "real", "imag", "numerator", "denominator", "conjugate", "as_integer_ratio", "hex"}
FILE_METHODS = {"write", "read", "readline", "readlines", "flush"}


class Check(ast.NodeVisitor):
    def __init__(self, tree):
        self.found = []
        self.functions = {n.name for n in tree.body if isinstance(n, ast.FunctionDef)}
        self.allowed = set()
        self.depth = 0
        names = [n.name for n in tree.body if isinstance(n, ast.FunctionDef)]
        for node in ast.walk(tree):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                if node.id in self.functions:
                    self.refuse(node, f"assignment to {node.id}")
            elif isinstance(node, ast.arg) and (node.arg in self.functions or hasattr(builtins, node.arg)):
                self.refuse(node, f"parameter {node.arg}")
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and (names.count(node.name) > 1 or hasattr(builtins, node.name)):
                self.refuse(node, f"redefinition of {node.name}")

    def refuse(self, node, what):
        self.found.append((getattr(node, "lineno", 0), getattr(node, "col_offset", -1) + 1, what))

    def visit(self, node):
        if isinstance(node, FORBIDDEN) and not (isinstance(node, ast.Starred) and isinstance(node.ctx, ast.Store)):
            self.refuse(node, type(node).__name__)
        super().visit(node)

    def visit_FunctionDef(self, node):
        if self.depth or node.col_offset or node.decorator_list or node.args.vararg or node.args.kwarg or node.type_params:
            self.refuse(node, "function that is nested, decorated or has star parameters")
        self.depth += 1
        self.generic_visit(node)
        self.depth -= 1

    def visit_Starred(self, node):
        if not isinstance(node.ctx, ast.Store):
            self.refuse(node, "* in a call or a list")
        self.generic_visit(node)

    def visit_Dict(self, node):
        if None in node.keys:
            self.refuse(node, "** in a dict")
        self.generic_visit(node)

    def visit_BinOp(self, node):
        if isinstance(node.op, ast.MatMult):
            self.refuse(node, "@")
        self.generic_visit(node)

    def visit_Import(self, node):
        for name in node.names:
            if name.name not in ("sys", "math") or name.asname or self.depth:
                self.refuse(node, f"import {name.name}")

    def visit_Constant(self, node):
        if isinstance(node.value, (bytes, complex)) or node.value is ...:
            self.refuse(node, "constant")

    def visit_Lambda(self, node):
        if id(node) not in self.allowed or len(node.args.args) != 1:
            self.refuse(node, "lambda")
        self.generic_visit(node)

    def visit_GeneratorExp(self, node):
        if id(node) not in self.allowed:
            self.refuse(node, "generator")
        self.generic_visit(node)

    def visit_Compare(self, node):
        for operator, right in zip(node.ops, node.comparators):
            if isinstance(operator, (ast.Is, ast.IsNot)) and not isinstance(right, ast.Constant):
                self.refuse(node, "is")
        self.generic_visit(node)

    def visit_Call(self, node):
        called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", None)
        if isinstance(node.func, ast.Name):
            self.allowed.add(id(node.func))
            if called not in BUILTINS | EXCEPTIONS | self.functions:
                self.refuse(node, f"call of {called}")
        elif isinstance(node.func, ast.Attribute):
            self.allowed.add(id(node.func))
        else:
            self.refuse(node, "call of a value")
        if node.args and isinstance(node.args[0], ast.GeneratorExp) and called in TAKES_GENERATOR:
            self.allowed.add(id(node.args[0]))
        for keyword in node.keywords:
            if keyword.arg is None:
                self.refuse(node, "**")
            elif keyword.arg == "key":
                if isinstance(keyword.value, ast.Lambda) or (
                    isinstance(keyword.value, ast.Name)
                    and keyword.value.id in self.functions | {"len", "abs", "str", "int", "float", "ord", "sum", "max", "min", "repr"}
                ) or (
                    isinstance(keyword.value, ast.Attribute)
                    and isinstance(keyword.value.value, ast.Name)
                    and keyword.value.value.id == "str"
                    and keyword.value.attr in METHODS
                ):
                    self.allowed.add(id(keyword.value))
                else:
                    self.refuse(node, "key")
        if called == "type" and len(node.args) != 1:
            self.refuse(node, "type")
        self.generic_visit(node)

    def visit_Attribute(self, node):
        if isinstance(node.value, ast.Name) and node.value.id == "sys":
            if not isinstance(node.ctx, ast.Load) or node.attr not in ("argv", "stdin", "stdout", "stderr", "exit"):
                self.refuse(node, f"sys.{node.attr}")
        elif isinstance(node.value, ast.Name) and node.value.id == "math":
            import math
            if not hasattr(math, node.attr) or node.attr == "sumprod":
                self.refuse(node, f"math.{node.attr}")
            elif id(node) not in self.allowed and node.attr not in ("pi", "e", "tau", "inf", "nan"):
                self.refuse(node, "function as a value")
        elif isinstance(node.value, ast.Attribute) and node.value.attr in ("stdin", "stdout", "stderr"):
            if node.attr not in FILE_METHODS:
                self.refuse(node, f"file {node.attr}")
        elif isinstance(node.value, ast.Name) and node.value.id in BUILTINS and id(node) not in self.allowed:
            self.refuse(node, "method of a type")
        elif node.attr == "args":
            pass
        elif node.attr not in METHODS or id(node) not in self.allowed or not isinstance(node.ctx, ast.Load):
            self.refuse(node, f"attribute {node.attr}")
        self.generic_visit(node)

    def visit_Name(self, node):
        if isinstance(node.ctx, ast.Load) and node.id in self.functions and id(node) not in self.allowed:
            self.refuse(node, "function as a value")
        elif node.id in ("__file__", "__doc__", "__builtins__", "NotImplemented", "Ellipsis"):
            self.refuse(node, node.id)


def outside(source):
    tree = ast.parse(source)
    check = Check(tree)
    check.visit(tree)
    return sorted(check.found)


if __name__ == "__main__":
    status = 0
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as file:
            for line, column, what in outside(file.read()):
                print(f"{path}:{line}:{column}: {what}")
                status = 1
    sys.exit(status)
