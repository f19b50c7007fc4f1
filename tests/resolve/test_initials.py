"""The letters in the personas' markers."""

import pytest

from jmap.resolve.initials import initials


@pytest.mark.parametrize(
    ("names", "marks"),
    [
        (["Dewi", "Budi"], ("D", "B")),
        (["Dewi", "Dian"], ("De", "Di")),
        (["Dewi", "Desi", "Budi"], ("Dw", "Ds", "B")),
        (["Ani Putri", "Ani Lestari"], ("AP", "AL")),
        (["Ann", "Anna"], ("1", "Aa")),
        (["Budi", "Budi"], ("1", "2")),
        (["田中さん", "佐藤さん"], ("田", "佐")),
        (["กิตติ"], ("กิ",)),
        (["हिमेश"], ("हि",)),
        (["émile"], ("É",)),
        (["ßeta"], ("ß",)),
        (["(Rina)"], ("R",)),
        (["🙂", "!"], ("1", "2")),
        ([], ()),
    ],
)
def test_initials(names, marks):
    assert initials(names) == marks
