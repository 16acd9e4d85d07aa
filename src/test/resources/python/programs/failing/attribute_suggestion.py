# The last line suggests the name that was meant.
class Glass:
    turned = False


Glass().tunred
