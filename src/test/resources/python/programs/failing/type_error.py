# Adding what cannot be added.
print("total: " + 5)
