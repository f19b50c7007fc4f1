"""Icons: those that are named can be drawn, and a touchpoint gets the one that its words call for."""

import re

import pytest

from jmap.icons import PATHS, channel_icon, icon_paths
from jmap.icons.channels import DEVICES, OTHER, WORDS
from jmap.lanes.catalogue import BUILT_IN


def test_every_icon_that_a_lane_or_channel_names_can_be_drawn() -> None:
    named = {*(lane.icon for lane in BUILT_IN), *WORDS, *DEVICES.values(), OTHER}
    assert named - PATHS.keys() == set()


def test_strokes_are_path_data_and_nothing_else() -> None:
    strokes = [d for paths in PATHS.values() for d in paths]
    assert all(PATHS.values())
    assert [d for d in strokes if not re.fullmatch(r"[MmLlHhVvCcSsQqTtAaZz0-9eE., -]+", d)] == []


def test_an_unknown_name_is_still_drawn() -> None:
    assert icon_paths("no-such-icon") == icon_paths("circle")


@pytest.mark.parametrize(
    ("channel", "touchpoint", "icon"),
    [
        ("Instagram", "Instagram ad", "camera"),
        ("Website", "Size guide", "globe"),
        ("Situs", "Panduan ukuran", "globe"),
        ("Surel", "Konfirmasi", "mail"),
        ("App", "E-wallet", "wallet"),
        ("Aplikasi", "Pengingat", "smartphone"),
        ("Toko", "Kasir", "store"),
        ("Delivery", "Parcel", "package"),
        ("Chat", "WhatsApp group", "message-circle"),
        ("", "Pickup shelf", "package"),
        ("Rumah sakit", "Loket", "hospital"),
        ("", "Something else", "circle-dot"),
    ],
)
def test_channels_in_two_languages(channel: str, touchpoint: str, icon: str) -> None:
    assert channel_icon(channel, touchpoint) == icon


def test_words_count_only_whole() -> None:
    assert channel_icon("Carpet showroom") == OTHER  # neither a car nor a row


def test_the_device_is_the_last_resort() -> None:
    assert channel_icon("Portalku", "Beranda", "mobile") == "smartphone"
