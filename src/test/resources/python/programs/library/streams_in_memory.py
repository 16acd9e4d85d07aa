# StringIO, BytesIO, wrappers, buffers, newline translation.
import io

s = io.StringIO("first\nsecond\r\nthird", newline=None)
print(s.readline(), s.tell(), s.read(3), list(s), s.seek(0), s.readlines(), s.newlines)
b = io.BytesIO()
b.write(b"0123456789")
b.seek(-3, io.SEEK_END)
print(b.read(), b.getvalue(), b.truncate(5), b.getvalue(), b.getbuffer()[1:3].tobytes())
t = io.TextIOWrapper(io.BytesIO(), encoding="utf-16", newline="\r\n")
print("é\nx", file=t, flush=True)
print(t.buffer.getvalue())
t = io.TextIOWrapper(io.BytesIO("ä\r\nb\rc\n".encode()), encoding="utf-8")
print(t.readlines(), io.TextIOWrapper(io.BytesIO(b"a\xffb"), "utf-8", errors="replace").read())


class Drip(io.RawIOBase):
    def __init__(self, data):
        self.data = data

    def readable(self):
        return True

    def readinto(self, buffer):
        n = min(3, len(self.data), len(buffer))
        buffer[:n], self.data = self.data[:n], self.data[n:]
        return n


r = io.BufferedReader(Drip(b"one two\nthree"), 4)
print(r.peek(2)[:1], r.read(5), r.readline(), r.read1(), r.read())
print(io.BufferedRandom(io.BytesIO(b"abc")).read(2), issubclass(io.StringIO, io.TextIOBase), io.DEFAULT_BUFFER_SIZE)
closed = io.StringIO()
closed.close()
for wrong in (closed.read, lambda: io.StringIO(b"x"), lambda: io.BytesIO().seek(-1), lambda: io.BytesIO("s"),
              lambda: io.TextIOWrapper(io.BytesIO(b"\xff"), "ascii").read(), lambda: Drip(b"").write(b"x")):
    try:
        wrong()
    except (ValueError, TypeError, OSError, NotImplementedError, AttributeError) as e:
        print(type(e).__name__, e)
