saved = None
def fail():
    raise KeyError("saved")
try:
    fail()
except KeyError as e:
    saved = e
print("kept", repr(saved))
def later(e):
    raise e
later(saved)
print("never")
