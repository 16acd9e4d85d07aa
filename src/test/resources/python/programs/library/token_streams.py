# tokenize: the tokens of a source, their places, and back to text.
import io
import keyword
import token
import tokenize

source = """if x >= 1:  # why
    y = f"{x}" + 'two'
    return (y,
            0x1F)
"""
for t in tokenize.generate_tokens(io.StringIO(source).readline):
    print(token.tok_name[t.exact_type], repr(t.string), t.start, t.end)
pairs = [(t.type, t.string) for t in tokenize.generate_tokens(io.StringIO("a+b *c\n").readline)]
print(repr(tokenize.untokenize(pairs)))
print(keyword.iskeyword("yield"), keyword.softkwlist, len(keyword.kwlist))
print(tokenize.detect_encoding(io.BytesIO(b"# -*- coding: latin-1 -*-\n").readline))
for wrong in ("(1", "'open", "  x\n y"):
    try:
        list(tokenize.generate_tokens(io.StringIO(wrong).readline))
        print("fine", repr(wrong))
    except (tokenize.TokenError, SyntaxError) as e:
        print(type(e).__name__)
