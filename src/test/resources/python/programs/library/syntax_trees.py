# ast: parse, walk, transform, unparse, evaluate literals.
import ast

tree = ast.parse("def f(a, b=2):\n    return a * b + len('xyz')\n\nprint(f(3))")
print(ast.dump(tree.body[1], indent=1))
print([type(n).__name__ for n in ast.walk(tree)][:12], sorted({n.id for n in ast.walk(tree) if isinstance(n, ast.Name)}))


class Fold(ast.NodeTransformer):
    def visit_BinOp(self, node):
        self.generic_visit(node)
        match node:
            case ast.BinOp(ast.Constant(a), ast.Add(), ast.Constant(b)):
                return ast.copy_location(ast.Constant(a + b), node)
            case ast.BinOp(ast.Constant(a), ast.Mult(), ast.Constant(b)):
                return ast.copy_location(ast.Constant(a * b), node)
        return node


folded = ast.fix_missing_locations(Fold().visit(ast.parse("x = 2 * 3 + 4 + y * (1 + 1)")))
print(ast.unparse(folded))
space = {"y": 10}
exec(compile(folded, "folded", "exec"), space)
print(space["x"])
source = """
@d(1)
class A(B, metaclass=M):
    x: int = (yield_ := 3)
    async def m(self, /, *a, k=1, **kw) -> None:
        async with x as y, z:
            return [i async for i in a if i]
try:
    pass
except* (E, F) as e:
    raise X from e
match v:
    case {'a': [1, *_], **rest} | P(x=0) if g:
        lambda *a: (not a, -b ** ~c, a if b else c)
print(f'{x!r:>{w}} {{}}', *a, **b)
"""
print(ast.unparse(ast.parse(source)) == ast.unparse(ast.parse(ast.unparse(ast.parse(source)))))
print(ast.unparse(ast.parse(source)))
print(ast.literal_eval("{'a': [1, -2.5, (None, True)], 'b': {1} , 'c': b'x', 'd': 1+2j}"))
for wrong in ("f()", "a", "1 + 2", "[", "__import__('os')"):
    try:
        ast.literal_eval(wrong)
    except (ValueError, SyntaxError) as e:
        print(type(e).__name__, str(e)[:28])
