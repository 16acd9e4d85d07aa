(module (func (type $t)))
