import sys
def work(n):
    try:
        print("work", n)
        if n == 2:
            sys.exit(4)
    except Exception as e:
        print("never", e)
    else:
        print("else")
    finally:
        print("finally", n)
for n in range(5):
    work(n)
print("never")
