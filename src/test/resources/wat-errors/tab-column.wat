(module
		(func	local.get 9))
