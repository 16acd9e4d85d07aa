"""A module's docstring is no output."""
def documented(x):
    """Says what it does.

    In several lines.
    """
    return x + 1
def only_doc():
    """Nothing else."""
def constants():
    1
    "text"
    None
    5 if 0 else 6
    return "end"
if documented(1) == 2:
    pass
else:
    print("never")
"a statement"
3 + 4
[1, 2]
print(documented(41), only_doc(), constants())
for i in range(2): print(i, end=" "); print(i * 2)
while i: i -= 1; print("w", i)
if i: pass
elif not i: print("elif")
def one_line(a, b=2): return a + b
def two(a): x = a * 2; return x
print(one_line(1), two(4)); print("semi");
# a comment at the end
	
