# BaseExceptions pass by except Exception.
try:
    raise GeneratorExit("passes by")
except Exception:
    print("not caught")
