"""Texts of our own words, as many as are wanted: always the same ones for the same number."""
import datetime
import os
import random

ADJECTIVES = """Quiet Bright Northern Southern Eastern Western Open Old New Green Blue Common Free
Broad Early Little Great Lower Upper Inner Outer Clear Deep Golden Silver""".split()
PLACES = """Harbour River Valley Meadow Lantern Orchard Bridge Mill Forest Island Mountain Garden
Market Station Library Lighthouse Field Quarry Canal Village""".split()
KINDS = "Association League Union Society Council Network Foundation Forum".split()
COUNTRIES = "Kenya Peru Norway Japan Canada Germany France Turkey Australia Sweden".split()
GIVEN = "Ada Ben Clara David Emma Felix Grace Henry Ida Jonas Laura Martin Nora Oscar".split()
FAMILY = """Miller Baker Fisher Weaver Carter Mason Potter Turner Cooper Shepherd Archer Hunter
Gardener Thatcher Fletcher Sawyer""".split()
NOUNS = """bread water paper schools bridges boats letters gardens wells roads songs markets
harvests lamps libraries ferries""".split()
VERBS = "protect share repair open rebuild count visit keep".split()


def organization(chance):
    return f"{chance.choice(ADJECTIVES)} {chance.choice(PLACES)} {chance.choice(KINDS)}"


def sentence(chance):
    nouns = chance.sample(NOUNS, 3)
    return (f"We ask every {chance.choice(PLACES).lower()} to {chance.choice(VERBS)} its {nouns[0]}"
            f" and {nouns[1]} before the {nouns[2]} are gone.")


def quotation(chance, signed):
    words = sentence(chance).rstrip(".")
    return (f"“{words},” said {chance.choice(GIVEN)} {chance.choice(FAMILY)}, "
            f"{chance.choice(signed)} President. “{sentence(chance)}”")


def text(number):
    """One joint statement, with its front matter."""
    chance = random.Random(number)
    date = datetime.date(2010, 1, 1) + datetime.timedelta(days=chance.randrange(5000))
    signed = sorted({organization(chance) for _ in range(chance.randint(4, 16))})
    paragraphs = [f"Joint Statement: {len(signed)} Groups Ask for {chance.choice(NOUNS).title()}",
                  sentence(chance), quotation(chance, signed),
                  " ".join(sentence(chance) for _ in range(4)), quotation(chance, signed),
                  "Signatories:"]
    listed = [f"{place}. {name} ({chance.choice(COUNTRIES)})"
              for place, name in enumerate(signed, 1)]
    front = f"---\npublishedOn: {date}\nlanguage: {chance.choice(['en', 'en-GB'])}\n---\n"
    return front + "\n\n".join(paragraphs) + "\n\n" + "\n".join(listed) + "\n"


def write(folder, count):
    for number in range(count):
        with open(os.path.join(folder, f"text-{number:05}.txt"), "w", encoding="utf-8") as file:
            file.write(text(number))
