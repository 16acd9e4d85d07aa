# unittest and doctest run inside, and tell what failed.
import doctest
import io
import types
import unittest
from unittest import mock


class Tests(unittest.TestCase):
    def setUp(self):
        self.list = [1, 2]

    def test_passes(self):
        self.assertEqual(sum(self.list), 3)
        with self.assertRaisesRegex(ValueError, "lit"):
            int("x")

    def test_fails(self):
        self.assertEqual(self.list, [1, 3], "not equal")

    def test_breaks(self):
        {}["k"]

    @unittest.skip("not today")
    def test_skipped(self): ...

    @unittest.expectedFailure
    def test_expected(self):
        self.fail()

    def test_parts(self):
        for i in range(3):
            with self.subTest(i=i):
                self.assertNotEqual(i, 1)


out = io.StringIO()
result = unittest.TextTestRunner(out, verbosity=0).run(unittest.defaultTestLoader.loadTestsFromTestCase(Tests))
print(len(result.failures), len(result.errors), len(result.skipped), len(result.expectedFailures))
print([line for line in out.getvalue().splitlines() if line.startswith(("FAIL", "ERROR", "Assertion", "KeyError"))])
m = mock.Mock(return_value=5, side_effect=None)
print(m(1, k=2), m.call_args, m.called, m.attr.method.return_value is m.attr.method())
with mock.patch("io.DEFAULT_BUFFER_SIZE", 7):
    print(io.DEFAULT_BUFFER_SIZE)
try:
    m.assert_called_with(3)
except AssertionError as e:
    print(str(e).splitlines()[0])
module = types.ModuleType("doc", ">>> 1 + 1\n2\n>>> 'a'\n'b'\n")
print(doctest.testmod(module, report=False, verbose=False) if False else doctest.DocTestParser().get_examples(module.__doc__)[1].want)
