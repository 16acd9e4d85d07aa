width = 10
precision = 4
value = 12.3456789
for width in (6, 10, 12):
    for precision in (1, 3, 5):
        print(f"{value:{width}.{precision}}|{value:<{width}.{precision}f}|{value:+0{width}.{precision}e}|{'abc':^{width}}|{'abcdef':.{precision}}|")
a = [1, 2]
print(f"{a=}", f"{a[0] + a[1]=}", f"{ a = }", f"{len(a)=:03}", f"{'x' * 3=}", f"{value=:.1f}", f"{value = :8.2f}|")
align = "^"
fill = "*"
print(f"{'mid':{fill}{align}{width}}", f"{3:{'0'}>{4}}", f"{7:{fill + align + '5'}}", f"{2.5:{'.3f'}}")
print(f"{'a' if a else 'b'} {a and 1} {a == [1, 2]} {a[0] < a[1] < 3} {a[0]:>3}{a[1]:<3}|")
print(f"{'{'}{'}'} {'{{'} {'quote"s'} {"it's"}")
print(f"{f'{f'{1}'}'}" f'{"a" f"{2}"}', f"{'\u00e9'} {chr(233)} \N{BULLET} \x41 {'\t'}|")
