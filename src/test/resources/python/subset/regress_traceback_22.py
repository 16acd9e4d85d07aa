x = {k: v
     for k, v in
     [(1, 2), ([], 3)]}
