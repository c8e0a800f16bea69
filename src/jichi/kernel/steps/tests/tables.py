"""Tables to test with: one that a city would write, and any sound one."""

from hypothesis import strategies as st

from jichi.kernel.steps import Move, Step, StepTable

PETITION = StepTable(
    "votes.petition",
    steps=(
        Step("applied", "申請", "Applied for"),
        Step("signing", "署名収集中", "Being signed"),
        Step("examined", "署名審査中", "Under examination"),
        Step("certified", "確定", "Certified", final=True),
        Step("refused", "却下", "Refused", final=True),
        Step("withdrawn", "取下げ", "Withdrawn", final=True),
    ),
    moves=(
        Move(
            "open",
            "applied",
            "signing",
            name="署名の収集を認める",
            name_en="Open for signing",
            basis="条例 第6条",
        ),
        Move("refuse", "applied", "refused", name="却下する", name_en="Refuse", basis="条例 第6条"),
        Move("hand_in", "signing", "examined", name="署名簿を提出する", name_en="Hand in the books"),
        Move("give_back", "examined", "signing", name="補正を求める", name_en="Ask for correction"),
        Move("certify", "examined", "certified", name="署名を確定する", name_en="Certify"),
        Move("withdraw", "applied", "withdrawn"),
        Move("withdraw", "signing", "withdrawn"),
    ),
)


@st.composite
def sound_tables(draw: st.DrawFn) -> StepTable:
    """Every step but the first is reached from an earlier one; steps that nothing leaves are final."""
    count = draw(st.integers(1, 9))
    ways = [(draw(st.integers(0, to - 1)), to) for to in range(1, count)]
    left = sorted({start for start, _ in ways})
    if left:
        more = st.tuples(st.sampled_from(left), st.integers(0, count - 1))
        ways += draw(st.lists(more, max_size=6))
    ways = draw(st.permutations(ways))
    names = st.text(alphabet="あ漢A b<&\"':;", min_size=1, max_size=8)
    return StepTable(
        "any.table",
        steps=tuple(Step(f"s{at}", draw(names), draw(names), final=at not in left) for at in range(count)),
        moves=tuple(Move(f"v{at}", f"s{start}", f"s{to}") for at, (start, to) in enumerate(ways)),
    )
