#!/usr/bin/env python3
"""Makes rivers.html, and .odt, .docx and .pdf of it with LibreOffice (package libreoffice-writer).

One text of our own with 40 signatories in a table, in four formats: what test_import imports. They
are kept, so that a test needs no word processor.
"""
import html
import os
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
PLACES = ["Norway", "Chile", "Kenya", "Japan", "Ireland"]
NAMES = ["Harbour", "Lantern", "Meadow", "Pebble", "Willow", "Quarry", "Orchard", "Thistle"]
KINDS = ["Society", "League", "Union", "Trust", "Circle"]
ROWS = [(f"{name} {kind}", PLACES[(first + second) % len(PLACES)])
        for first, name in enumerate(NAMES) for second, kind in enumerate(KINDS)]
TITLE = "Joint Statement: Forty Groups Ask for Quiet Rivers"
PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{TITLE}</title></head>
<body><h1>{TITLE}</h1>
<p>17 May 2024</p>
<p>We, the undersigned organizations, ask every council along the river to keep its banks quiet
at night, as <a href="https://rivers.example/charter">the charter of the rivers</a> has promised
since its first day.</p>
<p>“The water remembers every stone that was taken from it, and so do the people who live beside
it,” said Ada Field, chair of the Harbour Society.</p>
<p>We call on the councils to:</p>
<ul><li>close the night quarries on both banks of the river;</li>
<li>plant willows where stones were taken;</li>
<li>publish what was measured at <a href="https://rivers.example/data">the public gauges</a>.</li>
</ul>
<p>“Nobody asked the fish about any of these plans, and nobody asked the children,” said Ben Moss,
director of the Willow Trust.</p>
<h2>Signatories</h2>
<table border="1"><tr><th>Organization</th><th>Country</th></tr>
"""


def convert(kind, source, *flags):
    subprocess.run(["soffice", "--headless", *flags, "--convert-to", kind, "--outdir", HERE,
                    os.path.join(HERE, source)], check=True, capture_output=True, timeout=180)


def main():
    rows = "\n".join(f"<tr><td>{html.escape(name)}</td><td>{place}</td></tr>"
                     for name, place in ROWS)
    with open(os.path.join(HERE, "rivers.html"), "w", encoding="utf-8") as file:
        file.write(f"{PAGE}{rows}\n</table></body></html>\n")
    for kind in ("odt:writer8", "docx:MS Word 2007 XML"):
        convert(kind, "rivers.html", "--infilter=HTML (StarWriter)")
    convert("pdf:writer_pdf_Export", "rivers.odt")


if __name__ == "__main__":
    main()
