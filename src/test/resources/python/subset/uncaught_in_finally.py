def work(n):
    try:
        print("work", n)
        raise ValueError("first problem")
    finally:
        print("finally", n)
        raise TypeError("second problem")
def main():
    work(1)
main()
print("never")
