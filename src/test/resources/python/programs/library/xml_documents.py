# XML: build, parse, search, change, serialise; two parsers, one document.
import io
import xml.dom.minidom
import xml.etree.ElementTree as ET
import xml.sax

text = '<?xml version="1.0"?><lib xmlns:x="urn:x"><book id="1"><t>A &amp; B</t></book><book id="2" x:k="v"><t>C</t><!--note--></book>tail</lib>'
root = ET.fromstring(text)
print(root.tag, [b.get("id") for b in root.iter("book")], root.findtext("book/t"), root.find("book[@id='2']").attrib, root[1].tail)
new = ET.SubElement(root, "book", id="3")
new.text = "<ü>"
root.remove(root[0])
ET.indent(root)
print(ET.tostring(root, encoding="unicode"))
print(ET.tostring(new), ET.canonicalize('<a  b="2" a="1"/>'))
for event, element in ET.iterparse(io.StringIO(text), events=("start", "end")):
    print(event, element.tag, end="; ")
print()
dom = xml.dom.minidom.parseString("<r><a k='v'>x</a><b/></r>")
print(dom.documentElement.toprettyxml(indent=" "), dom.getElementsByTagName("a")[0].firstChild.data)


class Handler(xml.sax.ContentHandler):
    def startElement(self, name, attrs):
        print("start", name, dict(attrs))

    def characters(self, content):
        print("text", repr(content))


xml.sax.parseString(b"<a k='1'>hi<b/></a>", Handler())
for wrong in ("<a>", "<a></b>", "", "<a b=c/>", "<a>&no;</a>"):
    try:
        ET.fromstring(wrong)
    except ET.ParseError as e:
        print(e, e.position)
