name = "Ada"
n = 42
x = 3.14159
items = [1, "two", 3.0]
d = {"k": "v", "n": 5}
print(f"{name} is {n} and {x}", f"{name!r} {n!s} {x!a}", f"{items} {d}", f"{items[1]} {d['k']} {d["n"]}")
print(f"{n + 1} {n * 2 = } {name=} {x=:.2f} {name = !r} {n=!s:>5}", f"{{literal}} {{{n}}} {{{{}}}}")
print(f"{'nested ' + f'{n} {f"{x:.1f}"}'}", f"{n if n > 40 else 0}", f"{len(name):>{n // 10}}", f"{x:{8}.{3}}", f"{x:>{n // 4}.{n // 20}f}")
print(f"{[i * i for i in range(5)]}", f"{sum(i for i in range(4))}", f"{n:,}", f"{ {'a': 1}['a'] }", f"{-n:+}", f"{not n}")
print(f"""multi {name}
line {n:05d}
{x:8.3f}|""", f'{name:*^9}' f"{n:<5}|" "plain {n}", rf"\d{n}\n", fr"{name}\t", F"{n}")
print(f"{True} {None} {1.0} {()!r} {'é'!a} {'\n'!r}", f"{n:}", f"", f"{name[0]}{name[-1]}{name[::-1]}", f"{10 ** 20}", f"{1_000}")
print(f"{n!r:^10}|{n:#x}|{n:#010b}|{n:o}|{x:e}|{x:g}|{x:%}|{n:c}")
