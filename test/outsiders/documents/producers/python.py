import datetime
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "python"))

import docx
import openpyxl

folder = sys.argv[1]

document = docx.Document()
document.add_heading("Report of the observatory", 0)
document.add_paragraph("Grüße from the dome\u2011top: 1 < 2 & 3 > 2 \U0001F52D")
document.add_paragraph("Open the dome", style="List Number")
document.add_paragraph("Cool the camera", style="List Number")
document.add_paragraph("a mirror", style="List Bullet")
table = document.add_table(rows=2, cols=3)
for row, texts in zip(table.rows, [["Who", "What", "When"], ["Ada", "", "now"]]):
    for cell, text in zip(row.cells, texts):
        cell.text = text
document.add_paragraph("End").add_run().add_break()
document.save(os.path.join(folder, "python-docx.docx"))

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Numbers"
sheet.append(["Day", "Time", "Length", "Sum"])
sheet.append([datetime.date(2026, 11, 23), datetime.time(18, 30), datetime.timedelta(hours=36), "=1+1"])
sheet["A4"] = 0.1 + 0.2
sheet["AZ4"] = "far"
sheet["A1"].comment = openpyxl.comments.Comment("seen", "Anna Berg")
chart = book.create_chartsheet("Picture")
book.save(os.path.join(folder, "openpyxl.xlsx"))
