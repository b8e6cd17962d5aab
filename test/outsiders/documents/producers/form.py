"""A form that is filled in, and fonts that are named but not embedded, by reportlab."""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "python"))

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

canvas = Canvas(f"{sys.argv[1]}/reportlab.pdf", invariant=1)
canvas.drawString(50, 750, "Application")
canvas.acroForm.textfield(name="name", tooltip="Your name", value="Ada", x=50, y=700, width=200, height=20)
canvas.acroForm.checkbox(name="agreed", checked=True, x=50, y=650)
canvas.showPage()
for font, words in [("HeiseiMin-W3", "会議は月曜日"), ("STSong-Light", "会议在星期一"), ("HYSMyeongJo-Medium", "회의는 월요일")]:
    pdfmetrics.registerFont(UnicodeCIDFont(font))
    canvas.setFont(font, 12)
    canvas.drawString(50, 750, words)
    canvas.translate(0, -30)
canvas.showPage()
canvas.rect(50, 50, 100, 100)
canvas.save()
