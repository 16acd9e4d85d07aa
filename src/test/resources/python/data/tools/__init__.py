"""A package for the programs that import."""

VERSION = "1.0"
