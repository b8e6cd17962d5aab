import sys
from email import encoders, policy
from email.header import Header
from email.message import EmailMessage
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

folder = sys.argv[1]


def write(name, message, how=policy.SMTP):
    with open(f"{folder}/{name}.eml", "wb") as file:
        file.write(message.as_bytes(policy=how))


modern = EmailMessage()
modern["Subject"] = "Grüße an alle 🔭"
modern["From"] = '"Müller, Jürgen" <juergen@elsewhere.example>'
modern["To"] = "undisclosed-recipients:;"
modern.set_content("Eine Zeile, die so lang ist, dass sie umgebrochen wird: " + "ä" * 60 + "\n.\nFrom here\n")
modern.add_alternative("<p>Eine Zeile</p>", subtype="html")
modern.add_attachment(b"x", maintype="application", subtype="pdf", filename="Übersicht – Größe.pdf")
inner = EmailMessage()
inner["Subject"] = "Inner"
inner.set_content("Inner words")
modern.add_attachment(inner)
write("python", modern)
write("python-utf8", modern, policy.SMTPUTF8)

japanese = MIMEBase("text", "plain", charset="iso-2022-jp")
japanese.set_payload("こんにちは、世界".encode("iso-2022-jp"))
encoders.encode_base64(japanese)
japanese["Subject"] = Header("こんにちは", "iso-2022-jp")
write("python-japanese", japanese, policy.compat32)

bounce = MIMEMultipart("report", report_type="delivery-status")
bounce["Subject"] = "Undelivered Mail Returned to Sender"
bounce["From"] = "Mail Delivery System <MAILER-DAEMON@elsewhere.example>"
bounce.attach(MIMEText("Your message was not delivered."))
status = MIMEBase("message", "delivery-status")
for fields in ({"Reporting-MTA": "dns; mx.elsewhere.example"}, {"Action": "failed", "Diagnostic-Code": "smtp; 550 no such user"}):
    part = EmailMessage()
    for key, value in fields.items():
        part[key] = value
    status.attach(part)
bounce.attach(status)
headers = MIMEBase("text", "rfc822-headers")
headers.set_payload("Subject: Offer\nTo: nobody@elsewhere.example\n")
bounce.attach(headers)
write("python-bounce", bounce, policy.compat32)
