"""What can be wrong with a scan, or with the impression on it: each a sentence that says what to do."""

from jichi.kernel.values.fault import Fault, gettext_noop


class ScanFault(Fault):
    """The scan, or what is on it, cannot be registered."""

    status = 422


class TooManyBytes(ScanFault):
    code = "residents.seal.too_many_bytes"
    sentence = gettext_noop(
        "ファイルが大きすぎます（%(limit)sMBまで）。印影のまわりだけを切り取って読み取り、もう一度送ってください。"
    )


class NotAScan(ScanFault):
    code = "residents.seal.not_a_scan"
    sentence = gettext_noop(
        "この画像は読めません。PNG・JPEG・TIFF・BMPのどれかで読み取り直してください。壊れたファイルや途中で切れたファイルは登録できません。"
    )


class TooManyPixels(ScanFault):
    code = "residents.seal.too_many_pixels"
    sentence = gettext_noop(
        "画像が大きすぎます（縦横あわせて%(limit)s万画素まで）。印影のまわりだけを切り取って読み取り、もう一度送ってください。"
    )


class SeveralPages(ScanFault):
    code = "residents.seal.several_pages"
    sentence = gettext_noop("ファイルに2ページ以上あります。印影のある1ページだけを送ってください。")


class WrongDepth(ScanFault):
    code = "residents.seal.wrong_depth"
    sentence = gettext_noop(
        "色の段階が合いません。白黒256階調（8ビット）かカラー（24ビット）で読み取り直してください。"
    )


class NoScale(ScanFault):
    code = "residents.seal.no_scale"
    sentence = gettext_noop(
        "印影の本当の大きさが分かりません。画像に解像度の記録がないか、記録が読み取りのものではありません。"
        "読み取りの解像度か、用紙の枠の一辺の長さを記入してください。"
    )


class TooCoarse(ScanFault):
    code = "residents.seal.too_coarse"
    sentence = gettext_noop(
        "解像度が足りません（いま%(dpi)sdpi）。%(least)sdpi以上で読み取り直してください。"
    )


class NoFrame(ScanFault):
    code = "residents.seal.no_frame"
    sentence = gettext_noop(
        "用紙の枠が見つかりません。枠の全体が入るように読み取るか、読み取りの解像度を記入してください。"
    )


class NothingFound(ScanFault):
    code = "residents.seal.nothing_found"
    sentence = gettext_noop(
        "印影が見つかりません。印影のある面を下にして、枠の全体が入るように読み取り直してください。"
    )


class SeveralImpressions(ScanFault):
    code = "residents.seal.several_impressions"
    sentence = gettext_noop(
        "印影らしいものが%(count)sつあります。登録する印影を一つだけ読み取ってください。ほかの印影や赤い文字は白い紙で覆ってください。"
    )


class CutOff(ScanFault):
    code = "residents.seal.cut_off"
    sentence = gettext_noop(
        "印影が画像の端で切れています。印影のまわりに余白を5mm以上取って、読み取り直してください。"
    )


class TooFaint(ScanFault):
    code = "residents.seal.too_faint"
    sentence = gettext_noop(
        "印影が薄すぎます。朱肉をつけ直して、もう一度押してもらってから読み取ってください。"
    )


class Blurred(ScanFault):
    code = "residents.seal.blurred"
    sentence = gettext_noop(
        "印影がぼやけています。紙が浮かないように押さえて読み取り直すか、もう一度押してもらってください。"
    )


class Smeared(ScanFault):
    code = "residents.seal.smeared"
    sentence = gettext_noop(
        "印影が二重になっているか、にじんで文字が判読できません。もう一度押してもらってから読み取ってください。"
    )


class RimMissing(ScanFault):
    code = "residents.seal.rim_missing"
    sentence = gettext_noop(
        "印影の外枠が%(missing)s%%欠けています（%(most)s%%まで登録できます。根拠：%(source)s）。"
        "押し直しても欠けるときは、この印鑑は登録できません。別の印鑑を用意してもらってください。"
    )


class TooSmall(ScanFault):
    code = "residents.seal.too_small"
    sentence = gettext_noop(
        "印影が小さすぎます（一辺%(side)smm）。一辺%(least)smmの正方形に収まる印鑑は登録できません（根拠：%(source)s）。別の印鑑を用意してもらってください。"
    )


class TooLarge(ScanFault):
    code = "residents.seal.too_large"
    sentence = gettext_noop(
        "印影が大きすぎます（一辺%(side)smm）。一辺%(most)smmの正方形に収まらない印鑑は登録できません（根拠：%(source)s）。別の印鑑を用意してもらってください。"
    )
