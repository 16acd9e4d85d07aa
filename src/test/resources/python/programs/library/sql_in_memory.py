# SQLite, a second large C program inside the guest, on a database in memory.
import sqlite3

db = sqlite3.connect(":memory:")
db.execute("create table sand (id integer primary key, grain text unique, weight real check (weight > 0))")
db.executemany("insert into sand (grain, weight) values (?, ?)", [(f"g{i:02}", (i * 37 % 11) + 0.5) for i in range(20)])
print(db.execute("select count(*), sum(weight), max(grain) from sand").fetchone())
print(db.execute("select weight, group_concat(grain, '+') from sand group by weight having count(*) > 1 order by weight limit 3").fetchall())
db.create_function("half", 1, lambda x: x / 2)
print(db.execute("select half(:w), upper('é') || typeof(null), 7 / 2, 7 % 3, 1e3, x'ff'", {"w": 5}).fetchone())
print(db.execute("with recursive n(i) as (select 1 union all select i + 1 from n where i < 10) select sum(i * i) from n").fetchone())
db.row_factory = sqlite3.Row
row = db.execute("select * from sand where grain like 'g1%' order by weight desc, id").fetchone()
print(dict(row), row.keys())
try:
    with db:
        db.execute("delete from sand")
        db.execute("insert into sand (grain, weight) values ('x', -1)")
except sqlite3.IntegrityError as e:
    print(e)
print(db.execute("select count(*) from sand").fetchone()[0], list(db.iterdump())[0])
for wrong in ("select * from none", "selekt 1", "insert into sand (id) values (1)"):
    try:
        db.execute(wrong)
    except sqlite3.Error as e:
        print(type(e).__name__, e)
