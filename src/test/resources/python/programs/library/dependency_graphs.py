# graphlib: order by dependency, in steps, and the cycle that forbids it.
from graphlib import CycleError, TopologicalSorter

graph = {"app": ["ui", "core"], "ui": ["core", "theme"], "core": ["base"], "theme": ["base"], "base": []}
order = list(TopologicalSorter(graph).static_order())
print(all(order.index(d) < order.index(n) for n, ds in graph.items() for d in ds), order[0], order[-1])
ts = TopologicalSorter(graph)
ts.add("tests", "app")
ts.prepare()
while ts.is_active():
    ready = sorted(ts.get_ready())
    print(ready)
    ts.done(*ready)
try:
    list(TopologicalSorter({"a": ["b"], "b": ["c"], "c": ["a"]}).static_order())
except CycleError as e:
    print(e.args[0], len(e.args[1]), e.args[1][0] == e.args[1][-1])
try:
    ts.add("late")
except ValueError as e:
    print(e)
