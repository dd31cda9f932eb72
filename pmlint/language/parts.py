"""The parts of a text, by what opens them: headings, and labels at the start of a line
("Situation: ...", "Problem. ...", "S - ...")."""

from __future__ import annotations

import re
from functools import lru_cache

from pmlint.document.sections import section_role

# A short run of words, then a colon or a dash; or a period, when the words are a known label.
_LABEL = re.compile(
    r"""[^\w\n]{0,4}(?P<name>[^\W_][\w '’/&(),;]{0,48}?)[*_]{0,3}
        (?: \s*:(?=[\s*_]|$|[^\W\d]) | \s+[–—-]+(?=\s) | (?P<stop>\.(?=\s|$)|$) )[*_]{0,3}\s*""",
    re.VERBOSE,
)
# Labels that may end like a sentence: "Problem. Owners run out of milk."
_ALONE = frozenset(
    """problem|the problem|goal|goals|not the goal|objective|audience|users|metrics|success|risks|risk
    |solution|proposal|idea|the idea|summary|motivation|context|background|situation|task|action|result
    |results|outcome|impact|why|why now|timeline|scope|exit criteria|for whom|cost|trade-offs
    |alternatives|decision|the finding|finding|the argument|the result|evidence|framing|my part|s|t|a|r
    |hypothesis|hypotheses|learning|reflection|vision|tl;dr|in short|downsides|cons|next steps
    """.replace("\n    ", "").split("|")
)
# A first heading with these words is no title.
_SECTIONS = _ALONE | frozenset(
    (
        "abstract",
        "basic example",
        "detailed design",
        "faq",
        "introduction",
        "overview",
        "press release",
    )
)
_QUESTION = re.compile(r"(?i)(?:what|how|why|who|where)\b")
# Words in a question that is a label: "What I did instead, and why."
_LONGEST = 7
_LETTERS = {"s": "situation", "t": "task", "a": "action", "r": "result"}
# Labels that are no heading of a section; a phrase of the field to the part that it opens.
_PARTS = {
    "audience": "users",
    "population": "users",
    "for whom": "users",
    "who": "users",
    "change": "solution",
    "feature": "solution",
    "idea": "solution",
    "the idea": "solution",
    "change proposed": "solution",
    "concept": "solution",
    "why": "problem",
    "why now": "problem",
    "pain": "problem",
    "risk": "risks",
    "vision": "vision",
    "product vision": "vision",
    "mission": "vision",
    "long-term vision": "vision",
    "primary metric": "metrics",
    "guard rail": "metrics",
    "guard rails": "metrics",
    "how we'll know": "metrics",
    "how we will know": "metrics",
    "definition of success": "metrics",
    "framing": "problem",
    "cons": "tradeoffs",
    "con": "tradeoffs",
    "downside": "tradeoffs",
    "downsides": "tradeoffs",
    "disadvantages": "tradeoffs",
    "negatives": "tradeoffs",
    "hypotheses": "hypotheses",
    "three hypotheses": "hypotheses",
    "causes": "hypotheses",
    "hypothesis": "hypotheses",
    "possible causes": "hypotheses",
    "root causes": "hypotheses",
    "pains": "problem",
    "finding": "noticed",
    "the finding": "noticed",
    "what i saw": "noticed",
    "what i noticed": "noticed",
    "what we saw": "noticed",
    "what everyone thought": "questioned",
    "what i asked": "questioned",
    "the argument": "questioned",
    "my part": "task",
    "what i did instead": "action",
    "what happened": "result",
    "learning": "reflection",
    "lesson": "reflection",
    "lessons": "reflection",
    "what i learned": "reflection",
    "nugget": "",
    "memory hook": "",
}
_COUNT = r"(?:(?:two|three|four|five|several|\d) )?"
_CAUSES = r"(?:causes|reasons|explanations|hypotheses|theories)"
# What a heading in the writer's own words opens.
_OWN_WORDS = tuple(
    (re.compile(pattern), opened)
    for opened, pattern in (
        ("appendix", r"\b(?:checklist|sign-?off)\b"),
        ("risks", r"\bgo(?:es)? wrong\b|\bworr(?:y|ies)\b|\bconcerns?\b|\bcould break\b"),
        ("tradeoffs", r"\b(?:downside|drawback|disadvantage|shortcoming)s?\b"),
        ("tradeoffs", r"\b(?:gi|ga)ve up\b|\b(?:leave|left) out\b|\bdon't do\b|\bcosts us\b"),
        ("alternatives", r"\b(?:looked at|considered|examined|ruled out|rejected)\b"),
        ("alternatives", r"\bother (?:options|ways|approaches|ideas|designs|schemes)\b"),
        (
            "metrics",
            r"\b(?:definition of done|done when|good looks like|target state|want to be true)\b",
        ),
        ("metrics", r"\bknow (?:it|that it|whether|if)\b|\b(?:we|i)'d know\b"),
        ("users", r"^(?:for )?whom?\b|\bwho (?:it|this) is for\b|\bwho (?:is|are)\b"),
        ("hypotheses", rf"^{_COUNT}(?:(?:possible|likely|root|main) )?{_CAUSES}$"),
        ("problem", r"\bhurts\b|\bhappens to\b|\bwhat doesn't\b"),
    )
)
TITLE = "title"
_NOT = re.compile(r"(?:not?|non|out of)\b")


def _stands_alone(name: str) -> bool:
    words = " ".join(name.lower().replace("’", "'").split())
    asks = _QUESTION.match(words) is not None and len(words.split()) <= _LONGEST
    return words in _ALONE or asks


@lru_cache(maxsize=1024)
def part(name: str) -> str:
    """The part of a text that a label or a heading opens: a role of sections, or "" for none."""
    words = " ".join(name.lower().replace("’", "'").split())
    if words in _LETTERS:
        return _LETTERS[words]
    known = _PARTS.get(words)
    if known is not None:
        return known
    for pattern, opened in _OWN_WORDS:
        if pattern.search(words) is not None:
            return opened
    role = section_role(name)
    if role and _NOT.match(words):
        return "non-goals"
    return role


def label(text: str) -> tuple[str, str, int]:
    """(words, part, where the rest of the line starts) of the label that opens a line.

    ("", "", 0) when none does. A label that ends with a period has to be a known one. A line that
    may be a heading of its own, of no known part, opens `TITLE`.
    """
    match = _LABEL.match(text)
    if match is None or len(match["name"].split()) > 7:
        return "", "", 0
    name = match["name"].strip()
    opened = part(name)
    if (
        not opened
        and match["stop"] == ""
        and name[0].isupper()
        and len(name.split()) <= _SHORT_TITLE
    ):
        return name, TITLE, 0
    if match["stop"] is not None and not (opened and _stands_alone(name)):
        return "", "", 0
    if match["stop"] is None and ("," in name or (not opened and len(name.split()) > _SHORT_TITLE)):
        # "First, the goal: ...", "Two reasons come to mind: ..." are sentences.
        return "", "", 0
    return name, opened, match.end()


class Parts:
    """Tells section after section of one text what part it is.

    A first heading of level 1 is the title of the whole, whatever its words, and opens nothing;
    but for the few that are sections wherever they stand.
    """

    def __init__(self) -> None:
        self._title: str | None = None

    def of(self, title: str, role: str, level: int) -> str:
        """The part that a section is; arguments as in `document.nodes.Section`."""
        if self._title is None and level:
            if level == 1 and title.lower().strip() not in _SECTIONS:
                self._title = role
                return ""
            self._title = ""
        own = part(title) if title else ""
        # What a section has from the title that it is nested in is nothing to go by.
        return own or ("" if role == self._title else role)


_SHORT_TITLE = 3
