"""Texts made of one unit again and again: read or refused with a reason, never slow, no crash."""
import os
import subprocess
import tempfile
import unittest

from harness import BINARY

# What nests, opens and does not close, or looks like the start of something, by kind of file.
UNITS = {
    "md": ["[", "![", "[a](", "<", "`", "*a ", "**", "_a*", "[^1]", "[a]: b\n", "> ", "- ",
           "* a\n  ", "|a", "|a|b|\n|---|---|\n", "&", "\\", "<a ", "<!--", "~~", "[a][b]", "<b>",
           "# ", "`a ``b ", "1. ", "<div\n", "*_", "{{", "{%", "***a", "&#1;", "\ta\n", "===\n",
           "[x]\n\n[x]: y\n", "<script>"],
    "html": ["<p>", "<b>", "<a>", "</p>", "<table>", "<td>", "<li>", "&a", "<!--", "<a b=", "<svg>",
             "<select>", "<b></i>", "<i><p></i>", "<font><p>", "<form>", "<p><b>", "<ruby><rt>",
             "<table><b>", "<template>", "<body a=b>", "</", "<math><mi>", "<textarea>", "\0",
             "<tr><b>", "<dd><dt>", "<plaintext>", "<table>x<tr>", "a\tb\tc<br>"],
    "yaml": ["- ", "[", "{", "a: ", "? ", "&a ", "*a ", "'", "|\n ", "a: b\n", "{a: ", "%a\n"],
    "txt": ["• Ann Sample\n", "Signatories\n", "Signed:\n\n• A\n\n", "“We met, and said so.” ",
            "“abc ", "A, B, C, ", "We, Estonia, Latvia, Norway, ", "•\n", "•\nx\n",
            "Ann Sample\nChair\nann@x.example\n\n", "- Text, säger Ann Sample\n\n", "1. Ann\n",
            "Ann Sample, Chair of X, said: “We met here today in the rain.”\n\n", "Contact:\n",
            "王   明  大学 教授\n\n", "Ann Sample\tBo Lake\tCo Moor\n", "HARBOUR RIVERS LIBRARY\n",
            "Ann Sample, Maître x Bo Lake, Maître ", "Page 2 of 3\n\n", "é", "”, said Ann. ",
            "Sincerely,\n\nAnn Sample\n\nBoard Member\n\n", "von der ", "Monday, 3 May 2024\n"],
}
FRAME = {
    "yaml": ("---\nk: ", "\n---\ntext\n"),
    "txt": ("A title here\n\nThis is a first paragraph, and it says what we mean to say.\n\n", ""),
}
BYTES = 250_000
# Far more than any of them takes: what takes longer hangs.
SECONDS_MAX = 30


class Texts(unittest.TestCase):
    def test_one_unit_again_and_again_is_read_or_refused_in_time(self):
        with tempfile.TemporaryDirectory() as folder:
            for kind, units in UNITS.items():
                before, after = FRAME.get(kind, ("", ""))
                path = os.path.join(folder, "text." + ("md" if kind == "yaml" else kind))
                for unit in units:
                    with self.subTest(kind=kind, unit=unit):
                        with open(path, "w", encoding="utf-8", newline="") as file:
                            file.write(before + unit * (BYTES // len(unit.encode())) + after)
                        for command in ("extract", "check"):
                            done = subprocess.run(
                                [BINARY, command, path], capture_output=True, timeout=SECONDS_MAX,
                                check=False)
                            self.assertIn(done.returncode, (0, 1), done.stderr[-300:])


if __name__ == "__main__":
    unittest.main()
