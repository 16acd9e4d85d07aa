# Paths as text, in both worlds, without any file.
import fnmatch
import ntpath
import posixpath
from pathlib import PurePosixPath, PureWindowsPath

p = PurePosixPath("/usr/lib/../share/doc.tar.gz")
print(p.name, p.stem, p.suffixes, p.parent, p.parts, p / "x", p.with_suffix(".zip"), p.is_relative_to("/usr"), p.relative_to("/usr"))
w = PureWindowsPath(r"C:\Users\Ann\file.TXT")
print(w.drive, w.root, w.as_posix(), w == PureWindowsPath("c:/users/ann/FILE.txt"), w.match("*.txt"), w.with_name("n"), w.parents[1])
print(posixpath.normpath("/a/./b//../c"), posixpath.join("a", "/b", "c"), posixpath.splitext("a.b/.c"), posixpath.commonpath(["/a/b", "/a/c"]), posixpath.relpath("/a/b", "/a/c/d"))
print(ntpath.join("C:\\a", "D:b"), ntpath.splitdrive(r"\\host\share\x"), ntpath.normpath("a/../b\\c"), ntpath.basename("a\\b"))
print(fnmatch.filter(["a.py", "b.PY", "c.txt", "d.pyc"], "*.py"), fnmatch.translate("[!a]*?"), fnmatch.fnmatchcase("x[1]", "x[[]1]"))
print(PurePosixPath("a/b").match("b"), sorted(map(PurePosixPath, ["b", "a/c", "a"])), repr(PurePosixPath("a//b/.")), PurePosixPath("").parts)
for wrong in (lambda: p.relative_to("/var"), lambda: p.with_name("a/b"), lambda: PurePosixPath("/").with_suffix(".x"), lambda: posixpath.commonpath(["/a", "b"])):
    try:
        wrong()
    except ValueError as e:
        print(e)
