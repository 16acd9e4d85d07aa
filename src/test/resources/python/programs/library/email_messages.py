# Messages: built, serialised, parsed again, headers encoded.
import email
from email import policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.utils import formataddr, formatdate, getaddresses, parseaddr, parsedate_to_datetime

m = EmailMessage()
m["Subject"] = "Grüße aus der Sanduhr"
m["From"] = "Ann Example <ann@example.org>"
m["To"] = "bob@example.org, Carl <carl@example.org>"
m.set_content("Hello,\n\nnaïve text.\n")
m.add_alternative("<p>Hello</p>", subtype="html")
m.add_attachment(b"\x00\x01\x02", maintype="application", subtype="octet-stream", filename="data.bin")
m.set_boundary("outer")
m.get_payload(0).set_boundary("inner")
print(m.as_string())
back = email.message_from_bytes(m.as_bytes(), policy=policy.default)
print(back["subject"], back["to"].addresses[1].username, back.get_body().get_content(), [a.get_filename() for a in back.iter_attachments()])
print([p.get_content_type() for p in back.walk()], next(back.iter_attachments()).get_content())
print(make_header(decode_header("=?utf-8?b?w6k=?= plain")), parseaddr("X Y <x@y.example>"), formataddr(("Zoë", "z@y.example")))
print(formatdate(0), parsedate_to_datetime("Mon, 02 Jan 2006 15:04:05 -0700"), getaddresses(["a@b.example, C <c@d.example>"]))
print(email.message_from_string("Broken header\nX: 1\n\nbody").defects)
