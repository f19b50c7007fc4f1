"""Which icon stands for a channel, by the words of its name in English and Indonesian."""

import re
from collections.abc import Mapping

# The first icon with a word in the name wins: what is said most plainly stands first.
WORDS: Mapping[str, str] = {
    "id-card": "id-card ktp identity identitas passport paspor bpjs",
    "qr-code": "qr barcode",
    "hospital": "hospital clinic rumah-sakit klinik puskesmas",
    "siren": "emergency darurat ugd igd ambulance ambulans",
    "pill": "pharmacy medicine drug apotek farmasi obat resep prescription",
    "stethoscope": "doctor nurse dokter perawat triage consultation konsultasi poli",
    "microscope": "lab laboratory laboratorium",
    "wallet": "wallet e-wallet ewallet dompet gopay ovo",
    "landmark": "bank atm teller virtual-account rekening",
    "credit-card": "card payment kartu pembayaran kredit debit bayar",
    "receipt": "invoice receipt bill faktur kuitansi tagihan struk",
    "truck": "courier delivery shipping kurir pengiriman antar ekspedisi",
    "package": "parcel package shelf pickup paket kemasan kiriman bungkus locker loker",
    "ticket": "ticket tiket boarding",
    "plane": "flight airport plane pesawat bandara penerbangan",
    "train-front": "train station metro kereta stasiun mrt krl",
    "bus": "bus shuttle halte terminal",
    "car": "car taxi ride driver mobil taksi ojek",
    "mail": "email e-mail mail newsletter surel kantor-pos surat",
    "message-circle": "whatsapp chat telegram wechat messenger obrolan percakapan",
    "message-square": "sms text pesan message otp",
    "messages-square": "forum community komunitas group grup discussion diskusi thread",
    "bot": "bot chatbot assistant asisten robot",
    "bell": "push notification reminder notifikasi pemberitahuan pengingat",
    "camera": "instagram photo foto",
    "video": "youtube video tiktok webinar zoom vlog",
    "tv": "tv television televisi",
    "radio": "radio",
    "headphones": "podcast audio",
    "newspaper": "newspaper press magazine article blog koran majalah artikel berita",
    "share-2": "social facebook linkedin twitter media-sosial sosial medsos",
    "megaphone": "ad ads advert advertising advertisement campaign iklan promosi kampanye billboard spanduk poster",
    "search": "search google pencarian mesin-pencari seo",
    "star": "review reviews rating ulasan penilaian testimoni",
    "headset": "call-centre call-center helpdesk hotline support care agent layanan-pelanggan bantuan cs",
    "phone": "phone call telephone telepon telpon panggilan",
    "store": "marketplace store shop toko outlet gerai lokapasar mall mal pasar branch cabang warung kiosk kios",
    "shopping-cart": "cart checkout basket keranjang kasir cashier",
    "monitor": "desktop pc layar komputer computer display",
    "tablet": "tablet ipad",
    "smartphone": "app apps application mobile smartphone aplikasi ponsel hp android ios",
    "printer": "print printed printer cetak",
    "clipboard-list": "form checklist survey formulir kuesioner survei pendaftaran registration",
    "file-text": "document letter contract brochure leaflet pdf dokumen kontrak brosur panduan manual",
    "calendar": "calendar event appointment booking acara jadwal janji pemesanan event-hall",
    "presentation": "workshop training class seminar pelatihan kelas",
    "globe": "website web site page online portal browser situs laman halaman daring internet",
    "building-2": "office branch-office building kantor gedung counter loket front-desk reception resepsionis",
    "map-pin": "location place street lokasi tempat jalan",
    "users": "friend friends family word-of-mouth teman keluarga rujukan referral person in-person face-to-face "
    "tatap-muka staff staf people orang pegawai salesperson",
}
DEVICES: Mapping[str, str] = {
    "mobile": "smartphone",
    "phone": "smartphone",
    "smartphone": "smartphone",
    "ponsel": "smartphone",
    "tablet": "tablet",
    "desktop": "monitor",
    "computer": "monitor",
    "laptop": "laptop",
    "tv": "tv",
    "watch": "watch",
    "kiosk": "monitor",
}
THINGS = frozenset({"id-card", "qr-code", "wallet", "credit-card", "landmark", "receipt", "package", "pill", "ticket"})
OTHER = "circle-dot"


def channel_icon(channel: str, touchpoint: str = "", device: str = "") -> str:
    """The icon of a touchpoint: by its channel's name, else by its own, else by the device.

    A touchpoint that is a thing in itself (a wallet in an app, a parcel that is delivered) goes before its channel.
    """
    own = _by_words(touchpoint)
    if own in THINGS:
        return own
    return _by_words(channel) or own or DEVICES.get(device.strip().casefold(), OTHER)


def _by_words(name: str) -> str:
    slug = "-" + "-".join(re.findall(r"\w+", name.casefold())) + "-"
    return next((icon for icon, words in WORDS.items() if any(f"-{word}-" in slug for word in words.split())), "")
