"""Where sentences end. In the table "¦" marks each end that has another sentence after it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmlint.document.sentences import sentences

TABLE = """
Cut checkout time by half.
Cut checkout time by half.¦ Buyers stayed.
Cut checkout time by half.¦ Buyers stayed.¦ Refunds fell.
Asked why buyers left.¦ Then cut three fields
No stop at the end
Was it worth it?¦ Yes.
Was it worth it?!¦ We thought so.
It worked!¦ We shipped it everywhere.
It worked!!!¦ We shipped.
"Did it work?" she asked.
"Did it work?"¦ Maria asked us.
"It worked."¦ She smiled.
He said "Stop. Look." and left.¦ We stopped.
“Stop. Look.” she said.¦ We stopped.
We heard “Stop. Look. Listen.” from nine buyers.¦ So we stopped.
We paused (the market fell. It hurt.) and waited.¦ Then we went on.
We paused [see note 2. It is long.] and waited.¦ Then we went on.
We paused.¦ (See the note. It is short.)¦ Then we went on.
We paused (see the note).¦ Then we went on.
We paused (it hurt.)¦ Then we went on.
We paused.”¦ Then we went on.
We paused.)¦ Then we went on.
Sold to banks, e.g. Barclays and Lloyds.¦ Both renewed.
Sold to banks (e.g. Barclays).¦ Both renewed.
Sold to a bank, i.e. Barclays.¦ It renewed.
Sold to banks, cf. Annex B.¦ Both renewed.
Compared plan A vs. Plan B for a week.
Compared build vs. buy.¦ Chose to buy.
Used SQL, Python, etc. to find the drop.
Used SQL, Python, etc.¦ Found the drop.
Used SQL, Python, etc. (see below) to find it.
Sold in the U.S. and Canada.
Sold in the U.S. Army stores.
Sold in the U.S.¦ We left Canada.
Sold in the U.S.¦ Then we left.
Grew U.S. Revenue by 12%.
Moved from the U.K. to Berlin.
Worked for the E.U. Commission.
Holds a Ph.D. in physics.
Holds a Ph.D. from Delft.¦ He led research.
Hired two Ph.D. Students.
Left at 9 a.m. on Monday.
Left at 9 a.m. Monday.
Left at 5 p.m.¦ The build broke at six.
Acme Inc. bought us.
Acme Inc. Labs bought us.
Led growth at Acme Inc.¦ Reduced churn by 4%.
Led growth at Acme Inc.¦ The team grew.
Worked at Foo Ltd. and Bar Co. for a year.
Worked at Foo Corp.¦ We sold it.
Reported to Dr. Smith.
Reported to Mr. Jones and Ms. Lee.¦ Both left.
Reported to Prof. Ngata.
Paired with J. Smith on pricing.
Paired with J. R. Smith on pricing.
Paired with John Q. Public on pricing.
So did I.¦ We agreed.
We chose plan B.¦ Then we cut scope.
We chose plan B.¦ We cut scope.
Raised grade from C to A.¦ The school noticed.
Martin Luther King Jr. Day was quiet.
Signed by Sam Reed Jr.¦ He left in May.
See fig. 3 for the funnel.
See Fig. 3.¦ It shows the drop.
See No. 5 on the list.
Was ranked no. 1 in May.
We asked.¦ They said no.¦ We left.
No.¦ We did not ask.
See pp. 4 and 5 of vol. 2 here.
Shipped on Jan. 5 to ten shops.
Shipped on Sept. 12, 2023.¦ Ten shops took it.
Shipped in Dec.¦ The shops liked it.
Cut p95 latency to 3.5 s.¦ Buyers noticed.
Cut it from 3.5 to 1.2 seconds.
Cut costs by $1.2M.¦ Kept the team.
Grew 4.5x in 2019.¦ It held.
Grew in 2019.¦ It held in 2020.
Grew 40%.¦ 9 shops renewed.
Won five deals.¦ 40% of them renewed.
Won five deals.¦ $2M came in.
Took approx. 40 hours.
Took approx. 40 hours.¦ Saved 400.
Took about 5 min. to load.¦ Now it takes one.
Took min. 5 days.
Moved to v2.0 in May.¦ It was slow.
Moved from v1.9.3 to v2.0.¦ It was slow.
Moved to v2.¦ It was slow.
Wrote it in Node.js and .NET.
Wrote it in Node.js.¦ Moved it to .NET later.
Built .NET tools.¦ .NET was new to us.
See example.com for more.
See https://example.com/a.b?c=d.¦ It is short.¦ Read it.
Mail jane.doe@example.com today.
Read README.md first.¦ Then ask.
Launched Yahoo! Finance in Spain.
Wait... what?
Wait...¦ What happened?
Wait…¦ What happened?
We tried... and failed.¦ Then we tried again.
We tried . . . and failed.
Cut scope; kept the date.¦ It held.
Cut scope: two of five parts.¦ It held.
1. Interviewed ten buyers.
1. Interviewed ten buyers.¦ 2. Wrote it up.
In year 2.¦ Then we grew.
a. Interviewed ten buyers.
b. Wrote it up.¦ It was short.
iPhone sales grew.¦ iPhone returns fell.
We used eBay.¦ eBay was slow.
npm install failed.¦ Then npm worked.
the build broke. the tests did not.
*Cut scope.*¦ *Kept the date.*
Cut scope.¦ — Kept the date.
Cut scope.¦ • Kept the date.
Cut scope.¦ – Kept the date.
Great!¦ 🎉 Then we shipped.
Great! 🎉
Cut scope.¦ "Why?" they asked.
Cut scope.¦ ‘Why?’ they asked.
Cut scope.¦ (It hurt.)
Cut scope.¦ [It hurt.]
Cut scope .¦ Kept the date.
Cut scope.¦   Kept the date.
Éva asked why.¦ Élan was gone.
Über grew.¦ Ärzte signed up.
We sold to St. Mary's.¦ They renewed.
Led by Gen. Ortiz and Sgt. Poe.
The dept. Head agreed.
Asked 5 managers, incl. Dana.¦ All agreed.
Est. revenue was $3M.¦ It came in at $4M.
Asked Q1 vs. Q2 buyers.
Ran tests on Mon. and Tue. with shops.
The CEO said "no."¦ We asked why.
The CEO said "no".¦ We asked why.
The CEO said 'no.'¦ We asked why.
Cost fell 5 %.¦ Margin rose.
Asked: why now?¦ Because rent rose.
Who decides?¦ Who pays?¦ Who uses it?
The rule (never ship on a Friday!) held.¦ It helped.
What (if anything?) changed?¦ Nothing.
One.¦ Two.¦ Three.
Because of NASA.¦ They paid.
Used C++.¦ It was quick.
Used C#.¦ It was quick.
Rated 4.8/5.¦ Reviews doubled.
Back in '09.¦ Nobody asked.
We A/B tested it.¦ B won.
""".strip().split("\n")


@pytest.mark.parametrize("marked", TABLE)
def test_table(marked: str) -> None:
    text = marked.replace("¦", "")
    expected = [part.strip() for part in marked.split("¦")]
    assert [span.of(text) for span in sentences(text)] == expected


PIECES = [
    "We cut scope", "the U.S", "e.g", "Inc", "etc", "J", "v2.0", "5", "No", "iPhone", "and",
    ".", ".", ".", "...", "…", "?", "!", "?!", " ", " ", " ", "  ", "\n", "(", ")", "[", "]",
    '"', "“", "”", "’", "—", ";", ":", ",", "Then", "we", "1.", "😀", "\u2028", "\x0c", "\xa0",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_sentences_share_out_the_text(text: str) -> None:
    spans = sentences(text)
    at = 0
    for span in spans:
        assert span.start < span.end
        assert text[at : span.start].strip() == ""
        held = span.of(text)
        assert held == held.strip()
        at = span.end
    assert text[at:].strip() == ""


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join), st.integers(0, 5))
def test_white_space_around_changes_nothing(text: str, by: int) -> None:
    padded = " " * by + text + " \n"
    assert [span.of(padded) for span in sentences(padded)] == [
        span.of(text) for span in sentences(text)
    ]
