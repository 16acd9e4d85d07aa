# folder: data
# Writes, appends, renames and removes files in a folder that allows it.
import os
import pathlib
import shutil
import sys

folder = pathlib.Path(sys.argv[1])
new = folder / "made" / "deep"
new.mkdir(parents=True)
(new / "a.txt").write_text("one\ntwo\n", encoding="utf-8")
with open(new / "a.txt", "a") as f:
    f.write("three\n")
with open(new / "a.txt", "r+") as f:
    f.seek(4)
    f.write("TWO")
print((new / "a.txt").read_text().split(), (new / "a.txt").stat().st_size)
(new / "a.txt").rename(new / "b.txt")
shutil.copyfile(new / "b.txt", folder / "made" / "c.txt")
print(sorted(p.relative_to(folder).as_posix() for p in folder.glob("made/**/*")))
with open(folder / "bytes.bin", "wb") as f:
    f.write(bytes(range(256)) * 100)
    f.truncate(1000)
print(os.path.getsize(folder / "bytes.bin"), (folder / "bytes.bin").read_bytes()[-3:])
try:
    new.rmdir()
except OSError as e:
    print(type(e).__name__)
try:
    open(folder / "lines.txt", "x")
except FileExistsError as e:
    print(type(e).__name__)
shutil.rmtree(folder / "made")
os.remove(folder / "bytes.bin")
print(sorted(os.listdir(folder)))
