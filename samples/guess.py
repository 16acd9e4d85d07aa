# about: Asks for a number until it is guessed; type your guesses while it waits.
# group: Python 2
# typed: 50\nabc\n25\n37\n
# expect stdout: Your guess (1 to 100): Too high.\nYour guess (1 to 100): 'abc' is not a whole number.\nYour guess (1 to 100): Too low.\nYour guess (1 to 100): Yes, 37! You needed 3 tries.\n
# expect exit: 0

SECRET = 37

tries = 0
while True:
    try:
        text = input("Your guess (1 to 100): ")
    except EOFError:
        print("\nNo more guesses; it was", SECRET)
        break
    try:
        guess = int(text)
    except ValueError:
        print(f"{text!r} is not a whole number.")
        continue
    tries += 1
    if guess < SECRET:
        print("Too low.")
    elif guess > SECRET:
        print("Too high.")
    else:
        print(f"Yes, {SECRET}! You needed {tries} {'try' if tries == 1 else 'tries'}.")
        break
