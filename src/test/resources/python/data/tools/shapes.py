"""Shapes and their areas."""

from dataclasses import dataclass


@dataclass
class Square:
    side: int


def area(square):
    return square.side**2
