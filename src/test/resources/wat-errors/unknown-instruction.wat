(module (func (foo) (bar)))
