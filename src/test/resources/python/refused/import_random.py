# refused: 2:1 import
import random
random.seed(1)
print(random.random() < 2)
