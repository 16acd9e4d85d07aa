# Escaping HTML, and parsing it even where it is untidy.
import html
from html.parser import HTMLParser

print(html.escape("<a href=\"x\">'&'</a>"), html.escape('"', quote=False), html.unescape("&lt;&eacute;&#233;&#x1F600;&amp;lt;&nosuch;&copy"))


class Outline(HTMLParser):
    def __init__(self):
        super().__init__()
        self.depth = 0

    def handle_starttag(self, tag, attrs):
        print("  " * self.depth + tag, attrs)
        self.depth += tag not in ("br", "img")

    def handle_startendtag(self, tag, attrs):
        print("  " * self.depth + tag + "/", attrs)

    def handle_endtag(self, tag):
        self.depth -= 1

    def handle_data(self, data):
        if data.strip():
            print("  " * self.depth + repr(data.strip()))

    def handle_comment(self, data):
        print("  " * self.depth + "comment", data)

    def handle_decl(self, decl):
        print("decl", decl)


parser = Outline()
parser.feed("<!DOCTYPE html><html><body class=a id='b' hidden><p>one &amp; two<br>three<!-- note --><IMG src=x.png /></p>")
parser.feed("<ul><li>a<li>b</ul> 1 < 2 <scr")
parser.feed("ipt>if (a < b) {}</script></body></html>")
parser.close()
print(parser.getpos())
