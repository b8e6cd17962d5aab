import datetime
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "python"))

import icalendar
import vobject

folder = sys.argv[1]

calendar = icalendar.Calendar()
calendar.add("prodid", "-//Observatory//EN")
calendar.add("version", "2.0")
event = icalendar.Event()
event.add("summary", "Night watch, part 1; dome")
event.add("dtstart", datetime.datetime(2026, 12, 3, 21, 0, tzinfo=datetime.timezone.utc))
event.add("dtend", datetime.datetime(2026, 12, 4, 5, 0, tzinfo=datetime.timezone.utc))
event.add("description", "First line\nSecond line, with a \\ in it")
attendee = icalendar.vCalAddress("MAILTO:ben@observatory.example")
attendee.params["cn"] = icalendar.vText("Ben Carter")
attendee.params["role"] = icalendar.vText("OPT-PARTICIPANT")
event.add("attendee", attendee)
calendar.add_component(event)
with open(os.path.join(folder, "icalendar.ics"), "wb") as file:
    file.write(calendar.to_ical())

card = vobject.vCard()
card.add("n").value = vobject.vcard.Name(family="Müller", given="Zoë")
card.add("fn").value = "Zoë Müller"
card.add("org").value = ["Observatory", "Optics; mirrors"]
telephone = card.add("tel")
telephone.value = "+49 30 1234"
telephone.type_param = "WORK"
card.add("email").value = "zoe@observatory.example"
card.add("note").value = "Likes tea, and\nlong nights"
photo = card.add("photo")
photo.value = b"\x89PNG" * 40
photo.encoding_param = "B"
with open(os.path.join(folder, "vobject.vcf"), "w", newline="") as file:
    file.write(card.serialize())
