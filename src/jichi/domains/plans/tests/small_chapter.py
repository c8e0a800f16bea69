"""A small whole chapter in the printed form, and ways to spoil it."""

SMALL = """基本政策 Ⅲ 人を育て心を育むまちづくり

【基本施策 Ⅲ-1-(1)】子どもが育つ環境づくり

主な取組① 学びの支援

■現状と課題

- 学びの場が足りません。

■計画期間(2014～2016年度)の取組

- 学びの場を増やします。

■主な事業

事業名\tこれまでの取組と現状\t計画期間(2014～2016年度)の具体的な取組\t2017年度以降
寺子屋事業 地域で子どもの学びを支えます。\t●検討\t●開設(2015年度完了)\t事業推進
読書推進事業(各区) 本に親しむ場をつくります。\t●実施\t●実施\t事業推進

主な取組② 居場所づくり

■現状と課題

- 居場所が足りません。

■計画期間(2014～2016年度)の取組

- 居場所を増やします。

■主な事業

事業名\tこれまでの取組と現状\t計画期間(2014～2016年度)の具体的な取組\t2017年度以降
こども文化センター運営 遊びの場を開きます。\t●運営\t●運営\t事業推進
"""


def with_line(line: str, instead_of: str) -> str:
    """Return the small chapter with one line replaced."""
    assert SMALL.count(instead_of + "\n") == 1
    return SMALL.replace(instead_of + "\n", line + "\n" if line else "")


def with_first_cell(cell: str) -> str:
    """Return the small chapter with another first cell in its first row."""
    return SMALL.replace("寺子屋事業 地域で子どもの学びを支えます。", cell)


def with_planned(cell: str) -> str:
    """Return the small chapter with another third cell in its first row."""
    return SMALL.replace("●開設(2015年度完了)", cell)
