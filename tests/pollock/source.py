"""The table that all variants come from: devices handed out, 83 of them below a header of nine columns.

It has what the benchmark's table has: dates and times, numbers, prices, apostrophes in words, inch marks, commas in cells, links, an
empty last column, two columns that always stand in quotes; and, beyond it, line feeds in cells and other letters than ASCII.
"""
HEADER = ["date", "time", "count", "device_no", "price", "kind", "description", "manual", "remarks"]
ALWAYS_QUOTED = (6, 7)

KINDS = [
    "Notebook, Field Work", "Clerk's Terminal", "Tablet Stand", 'Display, Round Base 24"', "Keyboard", "Children's Library Kiosk",
    "Scanner, Double-Sided", "Visitors' Phone", "Switch 8 Ports", 'Display Arm 27"', "Router", "Director's Notebook",
    "Label Printer", "Camera, Council Hall, Ceiling", "Drivers' Radio", "Projector", 'Whiteboard 65", Movable', "Card Reader",
    "Guards'  Radio Set", "Notebook, Loan", "Téléphone de l'accueil", "窓口端末", "Barcode Scanner", "Cable, 5 m, Braided",
]
DESCRIPTIONS = [
    "A light notebook that is carried to inspections and lasts a whole working day without its charger.",
    "Stands at the counter, faces the clerk, and isn't moved without the section's consent.",
    "For forms that citizens sign: the pen is fixed, the display tilts, and the battery holds for ten hours.",
    "Replaces the older model; drivers are installed by the help desk, not by the user.",
    "Lent by the day, with a bag, a charger and a lock.",
    "Reads the front and the back of a page at once, up to forty pages a minute, from receipts to plans.",
    "Its number is printed below, its owner's section on the label that must not be removed.",
    "One of twelve that were bought together, of which one is kept as a spare part.",
    "Wall-mounted.",
    "Handle with care: the stand is heavy, the arm isn't, and the plug needs an adapter from the drawer, which stays there.",
    "Used in the evenings by the sports club, and by the day by the section that booked it first.",
    "Settings are locked, updates come at night, and the lamp at its side shows when they are done.",
    "First line of the note\nand a second line, as people write them.",
    "Pour l'accueil, au rez-de-chaussée, à côté de l'entrée.",
    "庁舎1階の窓口に置く、持ち出さないこと",
    "The screen is brighter than that of last year's model and can be read in the sun.",
]
REMARKABLE = "The bracket is 8\\'9\" long, so two people are needed to carry it."


def record(i):
    description = REMARKABLE if i == 12 else DESCRIPTIONS[i * 7 % len(DESCRIPTIONS)]
    price = f"${(i * 37) % 97}.{(i * 13) % 100:02}" if i % 29 else f"${i + 70}"
    number = f"{'AKSTNH'[i % 6]}{'MRYW'[i % 4]}-{1000 + i * 733 % 9000}"
    return [f"{i % 28 + 1:02}/{i // 28 + 1:02}/2018", f"{i // 4 % 24:02}:{i % 4 * 15:02}", str(i * i % 7), number, price,
            KINDS[i % len(KINDS)], description, f"https://www.example.com/manual/{number.replace('-', '_')}.html", ""]


def table():
    return [HEADER] + [record(i) for i in range(83)]
