(module (func global.get 3 drop))
