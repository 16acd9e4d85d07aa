# An uncaught group; the last line closes the drawing.
raise ExceptionGroup("two at once", [ValueError(1), TypeError("x")])
