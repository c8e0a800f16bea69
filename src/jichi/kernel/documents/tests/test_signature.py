"""The city's signature: valid for two readers, broken by one changed byte, and PDF/A and PDF/UA as before.

veraPDF judges PDF/A as a whole and is a Java program that no registry of ours carries; what is checked here is each
rule that a signature could break.
"""

import asyncio
import io
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pikepdf
import pytest
from asn1crypto.cms import ContentInfo
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from pyhanko.pdf_utils.generic import NameObject
from pyhanko.pdf_utils.reader import PdfFileReader
from tests.town import Town

from jichi.kernel.access.actor import machine
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.refusal import NotAllowed
from jichi.kernel.documents.actions.adopt_certificate import adopt_certificate
from jichi.kernel.documents.inventory import faults_of_the_register
from jichi.kernel.documents.keys import file_of, make_pair, pair_for, private_pem
from jichi.kernel.documents.loading import rotate_key, see_to_the_key
from jichi.kernel.documents.models import Certificate, Document
from jichi.kernel.documents.signing import Addition, sign, signer_with
from jichi.kernel.documents.validation import fault_of_signature
from jichi.kernel.ledger.models import Event

from .issuing import issued
from .readers import alternatives, opened, poppler, structure, written

pytestmark = pytest.mark.django_db


@pytest.fixture
def pdf(document: Document) -> bytes:
    return bytes(document.file.pdf)


def test_the_signature_holds_for_the_library_that_made_it(document: Document, pdf: bytes) -> None:
    assert fault_of_signature(pdf, document) == ""


def test_the_signature_holds_for_a_reader_of_another_house(pdf: bytes, tmp_path: Path) -> None:
    said = poppler("pdfsig", "-nocert", str(written(tmp_path, pdf)))
    assert "Signature is Valid." in said
    assert "Total document signed" in said
    assert "ETSI.CAdES.detached" in said
    assert "CN=川崎市 文書の署名" in said


def test_signatures_of_every_length_hold(document: Document, key: str) -> None:
    plain = pdf_before(bytes(document.file.pdf))
    lengths = set()
    for _ in range(24):
        signed = sign(plain, fingerprint=key, at=document.issued_at)
        assert fault_of_signature(signed, document) == ""
        lengths.add(len(container_in(signed).dump()))
    assert len(lengths) > 1, "a signature of P-256 has 70 to 72 bytes; all must have been met"


def container_in(pdf: bytes) -> ContentInfo:
    (signature,) = PdfFileReader(io.BytesIO(pdf)).embedded_signatures
    return ContentInfo.load(bytes(signature.pkcs7_content))


def test_the_container_is_what_the_library_itself_would_write(pdf: bytes, key: str) -> None:
    (signature,) = PdfFileReader(io.BytesIO(pdf)).embedded_signatures
    digest = signature.compute_digest()
    anew = asyncio.run(signer_with(pair_for(key)).async_sign(digest, "sha256", use_pades=True))
    ours, theirs = (each["content"].native for each in (container_in(pdf), anew))
    for each in (ours, theirs):
        del each["signer_infos"][0]["signature"]
    assert ours == theirs


def test_the_signature_names_the_moment_of_issue(document: Document, pdf: bytes) -> None:
    (signature,) = PdfFileReader(io.BytesIO(pdf)).embedded_signatures
    assert signature.self_reported_timestamp == document.issued_at.replace(microsecond=0)


@pytest.mark.parametrize("place", [0.1, 0.5, 0.9])
def test_one_changed_byte_of_what_was_drawn_breaks_it(
    document: Document, pdf: bytes, tmp_path: Path, place: float
) -> None:
    at = pdf.index(b"stream", int(len(pdf_before(pdf)) * place) // 2) + 20
    changed = pdf[:at] + bytes([pdf[at] ^ 1]) + pdf[at + 1 :]
    assert fault_of_signature(changed, document) == "the signature does not hold"
    assert "Digest Mismatch" in poppler("pdfsig", "-nocert", str(written(tmp_path, changed)))


def test_what_is_added_behind_the_signature_is_seen(document: Document, pdf: bytes) -> None:
    writer, out = Addition(io.BytesIO(pdf)), io.BytesIO()
    writer.root["/PageLayout"] = NameObject("/TwoPageLeft")
    writer.update_root()
    writer.write(out)
    assert fault_of_signature(out.getvalue(), document) == "the file was changed after it was signed"


def test_a_signature_by_another_key_is_not_the_citys(document: Document, pdf: bytes) -> None:
    other = make_pair(datetime.now(UTC) - timedelta(days=1))  # noqa: TID251 - a stranger's own clock
    document.certificate = Certificate(fingerprint=other.fingerprint, pem=other.certificate_pem)
    assert (
        fault_of_signature(pdf, document) == "the signature is by another certificate than the register names"
    )


def test_the_signature_leaves_what_the_pdf_says_of_itself_alone(document: Document, pdf: bytes) -> None:
    plain, signed = opened(pdf_before(pdf)), opened(pdf)
    assert signed.Root.Metadata.read_bytes() == plain.Root.Metadata.read_bytes()
    assert dict(signed.docinfo) == dict(plain.docinfo)
    with signed.open_metadata() as about:
        assert (about.pdfa_status, about["pdfuaid:part"]) == ("2A", "1")
    assert signed.Root.MarkInfo.Marked
    assert str(signed.Root.Lang).lower().startswith("ja")


def pdf_before(pdf: bytes) -> bytes:
    """The bytes before the signature was added: to the first end-of-file mark."""
    end = pdf.index(b"%%EOF") + len(b"%%EOF")
    return pdf[: end + 1]


def test_the_file_is_sound_as_a_pdf(pdf: bytes) -> None:
    assert opened(pdf).check_pdf_syntax() == []


def test_the_structure_that_is_read_aloud_stays(pdf: bytes) -> None:
    signed = structure(opened(pdf))
    assert signed == structure(opened(pdf_before(pdf)))
    assert {"/Document", "/H1", "/Table", "/TH", "/TD", "/Figure"} <= set(signed)


def test_the_field_of_the_signature_keeps_the_rules_for_annotations(pdf: bytes) -> None:
    signed = opened(pdf)
    (field,) = signed.pages[0].Annots
    print_only, hidden = 4, 1 | 2 | 32
    assert int(field.F) & print_only, "PDF/A-2, 6.3.2: an annotation is printable"
    assert not int(field.F) & hidden, "PDF/A-2, 6.3.2: an annotation is never hidden"
    left, bottom, right, top = (float(each) for each in field.Rect)
    assert (left, bottom) == (right, top), "PDF/A-2, 6.3.3: without an appearance it has no size"
    assert right < 0, "PDF/UA-1, 7.18: what is not tagged lies off the page"
    assert str(field.TU) == "市の電子署名", "PDF/UA-1, 7.18.4: a field has words"
    assert signed.pages[0].Tabs == pikepdf.Name.S, "PDF/UA-1, 7.18.3: tab order follows the structure"


def test_the_square_has_words_for_who_does_not_see_it(document: Document, pdf: bytes) -> None:
    assert any(document.printed_code in words for words in alternatives(opened(pdf)))


def test_the_key_is_a_file_that_only_its_owner_reads(key: str) -> None:
    assert file_of(key).stat().st_mode & 0o777 == 0o600
    assert file_of(key).parent.stat().st_mode & 0o777 == 0o700
    assert "PRIVATE" not in Certificate.objects.get().pem


def test_a_second_start_keeps_the_key(key: str) -> None:
    assert see_to_the_key() == key
    assert Event.objects.filter(type="documents.certificate.adopted").count() == 1


def test_after_a_change_of_key_old_and_new_signatures_hold(town: Town, document: Document, key: str) -> None:
    new_key = rotate_key()
    new = issued(town)
    assert (document.certificate_id, new.certificate_id) == (key, new_key)
    assert faults_of_the_register().faults == []
    event = Event.objects.filter(type="documents.certificate.adopted").latest("pk")
    assert (event.public["fingerprint"], event.public["before"]) == (new_key, key)


def test_a_certificate_of_an_authority_is_taken_from_the_settings(
    town: Town, key: str, tmp_path: Path, settings
) -> None:
    pair = make_pair(datetime.now(UTC))  # noqa: TID251 - an authority's own clock
    (tmp_path / "key.pem").write_bytes(private_pem(pair.key))
    (tmp_path / "certificate.pem").write_text(pair.certificate_pem)
    settings.DOCUMENT_KEY, settings.DOCUMENT_CERTIFICATE = tmp_path / "key.pem", tmp_path / "certificate.pem"
    assert see_to_the_key() == pair.fingerprint
    assert issued(town).certificate_id == pair.fingerprint
    assert faults_of_the_register().faults == []


def test_an_authority_may_sign_with_rsa(town: Town, key: str, tmp_path: Path, settings) -> None:
    pair = make_pair(datetime.now(UTC), key=rsa.generate_private_key(65537, 2048))  # noqa: TID251
    (tmp_path / "key.pem").write_bytes(private_pem(pair.key))
    (tmp_path / "certificate.pem").write_text(pair.certificate_pem)
    settings.DOCUMENT_KEY, settings.DOCUMENT_CERTIFICATE = tmp_path / "key.pem", tmp_path / "certificate.pem"
    see_to_the_key()
    said = poppler("pdfsig", "-nocert", str(written(tmp_path, bytes(issued(town).file.pdf))))
    assert "Signature is Valid." in said
    assert faults_of_the_register().faults == []


def test_a_certificate_that_belongs_to_another_key_is_refused(key: str, tmp_path: Path, settings) -> None:
    pair, stranger = make_pair(datetime.now(UTC)), ec.generate_private_key(ec.SECP256R1())  # noqa: TID251
    (tmp_path / "key.pem").write_bytes(private_pem(stranger))
    (tmp_path / "certificate.pem").write_text(pair.certificate_pem)
    settings.DOCUMENT_KEY, settings.DOCUMENT_CERTIFICATE = tmp_path / "key.pem", tmp_path / "certificate.pem"
    with pytest.raises(ValueError, match="another key"):
        see_to_the_key()


def test_only_an_administrator_changes_the_key(key: str) -> None:
    pair = make_pair(datetime.now(UTC))  # noqa: TID251
    with pytest.raises(NotAllowed):
        adopt_certificate(actor=machine("clerk", Role.SECTION_CHIEF), pair=pair)
    assert Certificate.objects.get(is_in_use=True).fingerprint == key


def test_the_certificate_says_whose_it_is_and_what_for(key: str) -> None:
    certificate = x509.load_pem_x509_certificate(Certificate.objects.get().pem.encode())
    assert "O=川崎市" in certificate.subject.rfc4514_string()
    usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    assert (usage.digital_signature, usage.content_commitment, usage.key_cert_sign) == (True, True, False)
