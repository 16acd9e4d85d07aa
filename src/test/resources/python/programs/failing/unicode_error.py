# Text that cannot be encoded, with its place.
"sand\u231b".encode("latin-1")
