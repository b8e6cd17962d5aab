import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "python"))

import xlsxwriter

FORMATS = [
    "[$€-407] #,##0.00",
    '_-* #,##0.00 "€"_-;-* #,##0.00 "€"_-;_-* "-"?? "€"_-;_-@_-',
    '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)',
    '"CHF" #,##0.00',
    "#,##0 [$kr-41D]",
    "[$£-809]#,##0.00;[Red]-[$£-809]#,##0.00",
    "# ?/?",
    "0.00E+00",
    '0.0,,"M"',
    '0 "Stück"',
    '0.00" %"',
    '0.0% "p.a."',
]
book = xlsxwriter.Workbook(os.path.join(sys.argv[1], "xlsxwriter.xlsx"))
sums = book.add_worksheet("Sums")
for row, code in enumerate(FORMATS):
    form = book.add_format({"num_format": code})
    for column, value in enumerate([1234.5, -1234.5, 0]):
        sums.write_number(row, column, value, form)
sums.write_string("A14", "until")
sums.write_number("B14", 46354.604166666664, book.add_format({"num_format": 'dd.mm.yyyy" um "hh:mm" Uhr"'}))
links = book.add_worksheet("Links")
links.write_url("A1", "https://example.com/a?b=1&c=2", string="Offer")
links.write_url("A2", "https://example.com/plain")
links.write_url("A3", "internal:Sums!A1", string="in here")
links.write_url("A4", "mailto:ada@fernglas.example", string="Ada")
links.write_formula("A5", '=HYPERLINK("https://example.com/f","Formula")', None, "Formula")
links.merge_range("C1:E2", "merged", book.add_format())
links.insert_textbox("G3", "words in a box")
links.set_header("&CConfidential")
links.write_rich_string("A6", "plain ", book.add_format({"bold": 1}), "bold", " end")
book.close()
