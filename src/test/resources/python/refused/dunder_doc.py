# refused: 2:7 __doc__
print(__doc__)
