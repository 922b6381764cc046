"""Writes the cells of a workbook with XlsxWriter and with openpyxl, three times each in turn, and says how long each writing took."""

import sys
import time

import openpyxl
import xlsxwriter


def by_xlsxwriter(sheets, path):
    book = xlsxwriter.Workbook(path)
    plain = book.add_format({"valign": "top"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                if value is not None:
                    sheet.write(r, c, value, plain)
    book.close()


def by_openpyxl(sheets, path):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)


def main():
    source, target = sys.argv[1:]
    book = openpyxl.load_workbook(source)
    # Days and times are written as text, which takes no format of their own.
    sheets = {s.title: [[v if isinstance(v, (str, int, float, type(None))) else str(v) for v in row] for row in s.iter_rows(values_only=True)] for s in book}
    for _ in range(3):
        for name, write in (("XlsxWriter", by_xlsxwriter), ("openpyxl", by_openpyxl)):
            began = time.perf_counter()
            write(sheets, target)
            print(name, time.perf_counter() - began)


main()
