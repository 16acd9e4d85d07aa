# URLs taken apart, joined, quoted; queries both ways.
from urllib.parse import parse_qs, parse_qsl, quote, quote_plus, unquote, urldefrag, urlencode, urljoin, urlparse, urlsplit, urlunsplit

u = urlsplit("https://ann:pw@example.org:8443/a/b;c?q=1&q=2&e=#frag")
print(u, u.hostname, u.port, u.username, u.geturl(), urlparse("http://x/a;p?q#f").params)
base = "http://a.example/b/c/d;p?q"
print([urljoin(base, r) for r in ("g", "./g/", "/g", "//g", "?y", "#s", "../g", "../../../g", "mailto:x@y", "")])
print(parse_qs(u.query, keep_blank_values=True), parse_qsl("a=1&b=%C3%A9+x&a=%zz"), urlencode({"k": ["v w", "é"], "n": 1}, doseq=True))
print(quote("a b/ü?&"), quote("a/b", safe=""), quote_plus("a b+c"), unquote("%41%e9%C3%A9", errors="replace"), urldefrag("x#y"))
print(urlunsplit(("http", "h", "p", "", "f")), urlsplit("//h/p").netloc, urlsplit("http://[::1]:80/").hostname, urlsplit("HTTP://UP.Example").scheme)
for wrong in (lambda: urlsplit("http://[::1/"), lambda: urlsplit("http://h:99999").port, lambda: urlsplit("http://h:x").port, lambda: quote(5)):
    try:
        wrong()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
