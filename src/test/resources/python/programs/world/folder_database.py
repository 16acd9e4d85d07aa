# folder: data
# A database in a file, closed and opened again.
import pathlib
import sqlite3
import sys

path = pathlib.Path(sys.argv[1]) / "store.db"
for turn in range(3):
    db = sqlite3.connect(path)
    db.execute("pragma journal_mode = memory")
    db.execute("create table if not exists log (turn integer, text)")
    with db:
        db.executemany("insert into log values (?, ?)", [(turn, f"entry {i}") for i in range(4)])
    print(db.execute("select turn, count(*) from log group by turn").fetchall())
    db.close()
print(path.read_bytes()[:15])
