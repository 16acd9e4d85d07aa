# A module that does not exist.
import json
import no_such_module
