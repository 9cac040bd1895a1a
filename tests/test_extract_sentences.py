"""Where sentences end: each row says which point ends none."""

from itertools import pairwise

import pytest

from extract.languages import rules


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "See No. 5 of the series. It is old.", ["See No. 5 of the series.", " It is old."]),
        ("en", "Mr. J. R. Smith spoke. He left.", ["Mr. J. R. Smith spoke.", " He left."]),
        ("en", "See para. 3. Art. 2 applies.", ["See para. 3.", " Art. 2 applies."]),
        (
            "en",
            "It met, e.g. Monday, in vol. II. Then it rose.",
            ["It met, e.g. Monday, in vol. II.", " Then it rose."],
        ),
        ("en", "It said “Yes.” The Chair agreed.", ["It said “Yes.”", " The Chair agreed."]),
        ("en", "See Add. 2 of it. 15 States voted.", ["See Add. 2 of it.", " 15 States voted."]),
        ("en", "at 3.5 per cent. in sum", ["at 3.5 per cent. in sum"]),
        ("fr", "M. Dupont (voir par. 3) parle. Élu en 1990.", ["M. Dupont (voir par. 3) parle.", " Élu en 1990."]),
        ("es", "El Sr. López (véase párr. 3) habla. ¿Quién?", ["El Sr. López (véase párr. 3) habla.", " ¿Quién?"]),
        (
            "ru",
            "В 1994 г. Совет решил (см. п. 3). Г-н А. Иванов.",
            ["В 1994 г. Совет решил (см. п. 3).", " Г-н А. Иванов."],
        ),
        ("ar", "قرر المجلس ذلك. طلب إلى الأمين", ["قرر المجلس ذلك.", " طلب إلى الأمين"]),
        ("ar", "هل انتهى؟ نعم", ["هل انتهى؟", " نعم"]),
    ],
)
def test_sentences(language: str, text: str, expected: list[str]) -> None:
    found = rules(language, "sentences")
    assert found is not None
    ends = [match.end() for match in found.BREAK.finditer(text)]
    cuts = [0, *ends, len(text)]
    assert [text[start:end] for start, end in pairwise(cuts) if start < end] == expected
