"""Mail as Japanese programs write it, right and wrong. Every case has the shape of one that was seen in the wild."""

import base64
import quopri
from email.message import Message

import pytest

from jichi.kernel.notices.decoder.charsets import text_of
from jichi.kernel.notices.decoder.headers import words_of
from jichi.kernel.notices.decoder.message import Letter, letter_of, parsed
from jichi.kernel.notices.decoder.names import safe

TEXT = "お知らせの件、確認しました。"
EUC_MS = "①㈱髙橋".encode("cp932")


def as_ms_jis(text: str) -> bytes:
    """ISO-2022-JP as Outlook and the carriers write it: Microsoft's letters under the standard's escapes."""
    pairs = (moved(letter.encode("cp932")) for letter in text)
    return b"\x1b$B" + b"".join(pairs) + b"\x1b(B"


def as_ms_euc(text: str) -> bytes:
    return b"".join(bytes(byte | 0x80 for byte in moved(letter.encode("cp932"))) for letter in text)


def moved(pair: bytes) -> bytes:
    """From Shift_JIS to the place in the table of JIS; what Microsoft numbered twice to the lower place."""
    lead, trail = pair
    if lead >= 0xFA:
        lead, trail = doubled(lead, trail)
    row = (lead - (0x81 if lead < 0xA0 else 0xC1)) * 2 + (trail >= 0x9F)
    cell = trail - 0x9F if trail >= 0x9F else trail - 0x40 - (trail > 0x7F)
    return bytes([row + 0x21, cell + 0x21])


def doubled(lead: int, trail: int) -> tuple[int, int]:
    letter = bytes([lead, trail]).decode("cp932")
    places = ((one, two) for one in (0xED, 0xEE) for two in range(0x40, 0xFD) if two != 0x7F)
    return next(place for place in places if bytes(place).decode("cp932", "ignore") == letter)


@pytest.mark.parametrize(
    ("raw", "label", "said"),
    [
        (TEXT.encode("iso2022_jp"), "ISO-2022-JP", TEXT),
        (TEXT.encode("cp932"), "Shift_JIS", TEXT),
        (TEXT.encode("euc_jp"), "EUC-JP", TEXT),
        (TEXT.encode(), "UTF-8", TEXT),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8", TEXT),
        # The letters of Windows, under the names of the standards that lack them.
        (as_ms_jis("①㈱髙橋"), "iso-2022-jp", "①㈱髙橋"),
        (as_ms_jis("①㈱髙橋"), "CP50221", "①㈱髙橋"),
        (EUC_MS, "shift_jis", "①㈱髙橋"),
        (EUC_MS, "windows-31j", "①㈱髙橋"),
        (as_ms_euc("①㈱髙橋"), "euc-jp", "①㈱髙橋"),
        (as_ms_euc("①㈱髙橋"), "eucJP-ms", "①㈱髙橋"),
        # JIS X 0213 and 0212.
        ("①は𩸽".encode("iso2022_jp_2004"), "iso-2022-jp-2004", "①は𩸽"),
        ("①㐂".encode("iso2022_jp_3"), "iso-2022-jp-3", "①㐂"),
        ("丂侄".encode("iso2022_jp_1"), "iso-2022-jp-1", "丂侄"),
        ("丂侄".encode("euc_jp"), "euc-jp", "丂侄"),
        # Half-width kana in each of their four ways.
        (b"\x1b(I" + bytes([0x43, 0x3D, 0x44]) + b"\x1b(B", "iso-2022-jp", "ﾃｽﾄ"),
        (b"\x0e" + bytes([0x43, 0x3D, 0x44]) + b"\x0f!", "cp50222", "ﾃｽﾄ!"),
        (bytes([0xC3, 0xBD, 0xC4]), "iso-2022-jp", "ﾃｽﾄ"),
        ("ﾃｽﾄです".encode("cp932"), "shift_jis", "ﾃｽﾄです"),
        ("ﾃｽﾄです".encode("euc_jp"), "euc-jp", "ﾃｽﾄです"),
        # A gateway ate the ESC bytes.
        (b"$B$*CN$i$;(B", "iso-2022-jp", "お知らせ"),
        # The label is wrong or says nothing.
        (TEXT.encode("cp932"), "us-ascii", TEXT),
        (TEXT.encode("cp932"), "iso-8859-1", TEXT),
        (TEXT.encode("cp932"), "iso-2022-jp", TEXT),
        (TEXT.encode("cp932"), "utf-8", TEXT),
        (TEXT.encode("cp932"), "euc-jp", TEXT),
        (TEXT.encode("cp932"), "", TEXT),
        (TEXT.encode("euc_jp"), "", TEXT),
        (TEXT.encode("euc_jp"), "shift_jis", TEXT),
        (TEXT.encode("euc_jp"), "utf-8", TEXT),
        (TEXT.encode(), "shift_jis", TEXT),
        (TEXT.encode(), "iso-2022-jp", TEXT),
        (TEXT.encode(), "us-ascii", TEXT),
        (TEXT.encode("iso2022_jp"), "utf-8", TEXT),
        (TEXT.encode("iso2022_jp"), "us-ascii", TEXT),
        ("川崎市役所".encode("euc_jp"), "", "川崎市役所"),
        ("川崎市役所".encode("cp932"), "x-unknown", "川崎市役所"),
        (TEXT.encode("cp932"), "x-nobody-knows", TEXT),
        # What is not Japanese stays what it is.
        ("Café für alle".encode("iso-8859-1"), "iso-8859-1", "Café für alle"),
        ("你好".encode("gb18030"), "gb18030", "你好"),
        ("안녕하세요".encode("euc_kr"), "euc-kr", "안녕하세요"),
        (b"plain", "", "plain"),
        (b"", "iso-2022-jp", ""),
        # A broken end loses a letter, never the text.
        (TEXT.encode("cp932")[:-1], "shift_jis", TEXT[:-1] + "\ufffd"),
    ],
)
def test_bytes_are_read_whatever_their_label_says(raw: bytes, label: str, said: str) -> None:
    assert text_of(raw, label) == said


def word(text: str, charset: str, label: str = "") -> str:
    return f"=?{label or charset}?B?{base64.b64encode(text.encode(charset)).decode()}?="


UTF8 = base64.b64encode("川崎市の件".encode()).decode()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (word("川崎市の件", "iso2022_jp", "ISO-2022-JP"), "川崎市の件"),
        (word("川崎市の件", "cp932", "Shift_JIS"), "川崎市の件"),
        (word("川崎市の件", "euc_jp", "EUC-JP"), "川崎市の件"),
        (f"=?UTF-8?B?{UTF8}?=", "川崎市の件"),
        (f"=?utf-8*ja?b?{UTF8}?=", "川崎市の件"),
        ("=?UTF-8?Q?=E5=B7=9D_=E5=B4=8E?=", "川 崎"),
        (f"Re: =?UTF-8?B?{UTF8}?= (2)", "Re: 川崎市の件 (2)"),
        # Cut in the middle of a letter, folded over two lines.
        (f"=?UTF-8?B?{base64.b64encode('川'.encode()[:2]).decode()}?=\r\n =?UTF-8?B?{base64.b64encode('川'.encode()[2:]).decode()}?=", "川"),
        # The end was cut off, the padding forgotten, a blank or a line end got in.
        (f"=?UTF-8?B?{UTF8.rstrip('=')}?=", "川崎市の件"),
        (f"=?UTF-8?B?{UTF8}", "川崎市の件"),
        (f"=?UTF-8?B?{UTF8[:8]} {UTF8[8:]}?=", "川崎市の件"),
        ("=?UTF-8?Q?=E5=B7=9D =E5=B4=8E?=", "川 崎"),
        # Words glued to what stands around them.
        (f"【=?UTF-8?B?{UTF8}?=】".encode().decode("latin-1"), "【川崎市の件】"),
        (word("㈱①", "cp932", "iso-2022-jp"), "㈱①"),
        (word("お知らせ", "cp932", "utf-8"), "お知らせ"),
        (f"=?iso-2022-jp?B?{base64.b64encode(as_ms_jis('髙橋①')).decode()}?=", "髙橋①"),
        # Not encoded at all.
        ("お知らせの件".encode("cp932").decode("ascii", "surrogateescape"), "お知らせの件"),
        ("お知らせの件".encode().decode("ascii", "surrogateescape"), "お知らせの件"),
        ("お知らせの件".encode("iso2022_jp").decode("ascii"), "お知らせの件"),
        ("お知らせの件", "お知らせの件"),
        ("Hello =?world", "Hello =?world"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_header_is_read_however_it_was_encoded(line: str, said: str) -> None:
    # A line that the parser took as Latin-1 is what its bytes say.
    raw = line.encode("latin-1").decode("ascii", "surrogateescape") if is_latin(line) else line
    assert words_of(raw) == said


def is_latin(line: str) -> bool:
    return not line.isascii() and all(ord(letter) < 256 for letter in line)


def mail(*lines: str, body: bytes = b"") -> Letter:
    return letter_of(parsed("\r\n".join(lines).encode() + b"\r\n\r\n" + body))


@pytest.mark.parametrize(
    ("disposition", "name"),
    [
        ("attachment; filename*=UTF-8''%E8%A6%B3%E5%85%89.pdf", "観光.pdf"),
        ("attachment; filename*=iso-2022-jp'ja'%1B%24B4Q8w%1B%28B.pdf", "観光.pdf"),
        ("attachment; filename*=Shift_JIS''%8A%CF%8C%F5.pdf", "観光.pdf"),
        (
            "attachment; filename*0*=UTF-8''%E8%A6%B3;\r\n filename*1*=%E5%85%89;\r\n filename*2=.pdf",
            "観光.pdf",
        ),
        ('attachment; filename="=?UTF-8?B?6Kaz5YWJLnBkZg==?="', "観光.pdf"),
        ('attachment; filename="=?ISO-2022-JP?B?GyRCNFE4dxsoQi5wZGY=?="', "観光.pdf"),
        ('attachment; filename="観光.pdf"', "観光.pdf"),
        ("attachment; filename=plain.pdf", "plain.pdf"),
        ('attachment; filename="../../etc/passwd"', "passwd"),
        ("attachment", "part.pdf"),
    ],
)
def test_the_name_of_a_file_is_read_by_every_rule(disposition: str, name: str) -> None:
    letter = mail(
        "From: a@example.jp",
        "Content-Type: multipart/mixed; boundary=b",
        body=f"--b\r\nContent-Type: application/pdf\r\nContent-Disposition: {disposition}\r\n\r\n%PDF\r\n--b--\r\n".encode(),
    )
    assert [file.name for file in letter.files] == [name]


def test_a_name_of_a_file_in_raw_shift_jis_is_read() -> None:
    head = b'Content-Type: application/pdf\r\nContent-Disposition: attachment; filename="'
    raw = head + "観光.pdf".encode("cp932") + b'"\r\n\r\n%PDF'
    (file,) = letter_of(parsed(raw)).files
    assert file.name == "観光.pdf"


@pytest.mark.parametrize("name", ["a\u202egpj.exe", "a\x00b.txt", "c:\\x\\y.txt", "あ" * 300 + ".pdf"])
def test_a_name_of_a_file_leads_nowhere(name: str) -> None:
    kept = safe(name)
    assert not set(kept) & {"/", "\\", "\x00", "\u202e"}
    assert len(kept) <= 120
    assert kept.endswith((".exe", ".txt", ".pdf"))


@pytest.mark.parametrize("charset", ["iso2022_jp", "cp932", "euc_jp", "utf-8"])
@pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "8bit"])
def test_a_body_is_read_in_every_charset_and_encoding(charset: str, encoding: str) -> None:
    raw = TEXT.encode(charset)
    sent = {"base64": base64.encodebytes, "quoted-printable": quopri.encodestring, "8bit": bytes}[encoding](
        raw
    )
    label = {"iso2022_jp": "iso-2022-jp", "cp932": "Shift_JIS", "euc_jp": "EUC-JP"}.get(charset, charset)
    letter = mail(
        "From: =?utf-8?B?6auY5qmL?= <a@example.jp>",
        f"Content-Type: text/plain; charset={label}",
        f"Content-Transfer-Encoding: {encoding}",
        body=sent,
    )
    assert (letter.text.strip(), letter.sender, letter.sender_name) == (TEXT, "a@example.jp", "高橋")


def test_a_mail_without_any_label_is_read() -> None:
    assert mail("From: a@example.jp", body=TEXT.encode("cp932")).text == TEXT


def test_half_encoded_mail_of_a_shared_mailbox_is_read_as_freescout_3039_did_not() -> None:
    # Subject split into two JIS words, sender's name in raw bytes, the body's label says ASCII.
    letter = letter_of(
        parsed(
            b"From: \x1b$B;T\x1b(B <a@example.jp>\r\n"
            b"Subject: =?ISO-2022-JP?B?GyRCNFEbKEI=?=\r\n =?ISO-2022-JP?B?GyRCOHcbKEI=?=\r\n"
            b"Content-Type: text/plain; charset=us-ascii\r\n\r\n" + TEXT.encode("iso2022_jp")
        )
    )
    assert (letter.subject, letter.sender_name, letter.text) == ("観光", "市", TEXT)


def test_flowed_lines_are_put_together_without_blanks_between_japanese_letters() -> None:
    letter = mail(
        "From: a@example.jp",
        "Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes",
        "Content-Transfer-Encoding: 8bit",
        body="お知らせを \r\n読みました。\r\n-- \r\n花子".encode(),
    )
    assert letter.text == "お知らせを読みました。\n-- \n花子"


def test_of_two_versions_the_plain_one_is_read_and_a_page_alone_gives_its_words() -> None:
    page = f"<html><head><meta charset=shift_jis><style>p{{}}</style></head><body><p>{TEXT}<br>二行目</p></body></html>"
    alone = mail("From: a@example.jp", "Content-Type: text/html", body=page.encode("cp932"))
    assert alone.text == f"{TEXT}\n二行目"

    both = mail(
        "From: a@example.jp",
        "Content-Type: multipart/alternative; boundary=b",
        body=b"--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>page</p>\r\n"
        b"--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nplain\r\n--b--\r\n",
    )
    assert (both.text.strip(), both.files) == ("plain", ())


@pytest.mark.parametrize(
    ("line", "automatic"),
    [
        ("Auto-Submitted: auto-replied", True),
        ("Auto-Submitted: no", False),
        ("Precedence: bulk", True),
        ("X-Mailer: a program", False),
    ],
)
def test_an_answer_of_a_machine_is_known(line: str, automatic: bool) -> None:
    assert mail("From: a@example.jp", line).is_automatic is automatic


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x00\xff\xfe",
        b"Subject: \xff\r\n",
        b"Content-Type: multipart/mixed\r\n\r\n--",
        b"From: ,,,<>\r\n\r\n",
    ],
)
def test_rubbish_is_read_without_a_fall(raw: bytes) -> None:
    assert isinstance(letter_of(parsed(raw)), Letter)
    assert isinstance(parsed(raw), Message)
