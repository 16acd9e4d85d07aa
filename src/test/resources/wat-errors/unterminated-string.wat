(module (data "abc))
