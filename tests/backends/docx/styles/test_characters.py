from __future__ import annotations

import re

from cspdocs.document.nodes import Emphasis, Heading, Link, Paragraph, Strong, Text


def test_characters_have_styles_for_every_way_in_which_they_are_marked(render):
    both = Link((Strong((Emphasis((Text("x"),)),)),), "https://example.org")

    rendered = render(Paragraph((both, Link((Text("y"),), "#here"))), Heading((Text("Here"),), 1, "here"), pages={"here": 1})

    style = rendered.style("HyperlinkStrongEmphasis")
    assert all(mark in style for mark in ('<w:basedOn w:val="Hyperlink"/>', "<w:b/>", "<w:i/>"))
    assert '<w:color w:val="0563C1"/><w:u w:val="single"/>' in rendered.style("Hyperlink")
    assert "<w:u " not in rendered.style("CrossReference")
    assert {"Strong", "Emphasis", "Hyperlink"} <= set(re.findall(r'w:styleId="([^"]+)"', rendered.markup("word/styles.xml")))
