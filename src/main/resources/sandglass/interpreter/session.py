# Runs one script after another in one namespace, for sandglass.interpreter.Session.
#
# Each comes on stdin: a line with a marker and the lengths of what follows, in bytes: the file's
# name, the arguments with NULs between them, stdin, the text. When a script has ended, the marker and
# its exit status are written to stderr, in one write.


def serve():
    import io
    import linecache
    import os
    import sys
    import traceback
    import types

    def read(count):
        parts = []
        while count:
            part = os.read(0, count)
            if not part:
                os._exit(0)
            parts.append(part)
            count -= len(part)
        return b"".join(parts)

    def line():
        text = b""
        while not text.endswith(b"\n"):
            text += read(1)
        return text

    main = types.ModuleType("__main__")
    sys.modules["__main__"] = main
    while True:
        marker, *lengths = line().split()
        name, arguments, stdin, source = (read(int(length)) for length in lengths)
        name = name.decode()
        main.__file__ = name
        sys.argv = [name] + (arguments.decode().split("\0") if arguments else [])
        sys.stdin = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
        lines = source.decode(errors="replace").splitlines(keepends=True)
        if lines and not lines[-1].endswith("\n"):
            lines[-1] += "\n"  # as linecache does; the marks below a line depend on it
        linecache.cache[name] = (len(source), None, lines, name)
        status = 0
        try:
            exec(compile(source, name, "exec", dont_inherit=True), main.__dict__)
        except SystemExit as end:
            if isinstance(end.code, int):
                status = end.code
            elif end.code is not None:
                print(end.code, file=sys.stderr)
                status = 1
        except BaseException as error:
            # Without the frame of this function.
            traceback.print_exception(type(error), error, error.__traceback__.tb_next)
            status = 1
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except (OSError, ValueError):
                pass  # the script has closed it
        os.write(2, marker + b" %d\n" % (status & 255))


serve()
