"""References are found by id or by name, whatever the script."""

from jmap.resolve.names import Index


def index(*entries, behind=None):
    made = Index(behind)
    for id, name in entries:
        made.add((id, name), id, name)
    return made


def test_a_name_is_its_own_reference():
    ads = index(("instagram-ad", "Instagram ad"), ("検索", "検索"), ("pencarian-produk", "Pencarian produk"))
    for reference in ("Instagram ad", "instagram-ad", "Instagram Ad", "INSTAGRAM AD"):
        assert ads.one(reference) == ("instagram-ad", "Instagram ad")
    assert ads.one("検索") == ("検索", "検索")
    assert ads.one("Pencarian Produk") == ("pencarian-produk", "Pencarian produk")
    assert ads.find("TikTok") == ()


def test_lists_show_names_unless_told_otherwise():
    pains = index(("p1", "It hurts"))
    pains.add("x", "p2", "It hurts too", shown="p2")
    assert pains.shown() == ["It hurts", "p2"]


def test_an_id_comes_before_a_name():
    people = index(("a", "B"), ("b", "C"))
    assert people.one("b") == ("b", "C")


def test_an_exact_id_comes_before_a_similar_one():
    steps = index(("pay-now", "One"), ("pay--now", "Two"))
    assert steps.one("pay--now") == ("pay--now", "Two")
    assert len(steps.find("Pay now")) == 2


def test_the_name_of_two_means_neither():
    steps = index(("pay-1", "Pays"), ("pay-2", "Pays"))
    assert len(steps.find("pays")) == 2
    assert steps.one("pays") is None
    assert steps.one("PAY-2") == ("pay-2", "Pays")


def test_ids_are_unique_whatever_the_case():
    made = index(("pay", "Pays"))
    assert made.add(("PAY", "Again"), "PAY", "Again") == ("pay", "Pays")
    assert len(made) == 1


def test_what_is_not_here_is_looked_for_behind():
    made = index(("dewi", "Dewi"), behind=index(("dewi", "Dewi Sartika"), ("budi", "Budi")))
    assert made.one("Dewi") == ("dewi", "Dewi")
    assert made.one("Budi") == ("budi", "Budi")
    assert made.shown() == ["Dewi", "Dewi Sartika", "Budi"]


def test_did_you_mean():
    made = index(("instagram-ad", "Instagram ad"), ("web", "Website"))
    assert made.suggestion("Instagramm ad") == "Instagram ad"
    assert made.suggestion("Parcel locker") == ""
