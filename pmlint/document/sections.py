"""Headings and what stands below them, and what a section is for."""

from __future__ import annotations

import os
import re
from bisect import bisect_left
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from pmlint.document.nodes import Section

if TYPE_CHECKING:
    from pmlint.document.document import Document

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
# In a heading that names a job, the other words are no section's name ("Solutions Architect").
_JOBS = frozenset(
    """
    manager architect engineer lead leader analyst designer director consultant specialist developer
    officer coordinator intern trainer recruiter scientist researcher president vp head founder
    cofounder administrator strategist advisor associate assistant owner partner programmer trainee
    """.split()
)
_SMALL = frozenset("a an the my our your and or of for to in on at with is are this s".split())
_JOB_ROLES = frozenset(("experience", "projects", "education"))
_RESUME_ROLES = _JOB_ROLES | {"summary", "skills", "awards", "publications", "contact", "interests"}
_LONGEST = 5  # words in the longest phrase of the list


@cache
def _roles() -> dict[str, str]:
    """Phrase to role."""
    path = os.path.join(os.path.dirname(__file__), "data", "sections.txt")
    roles: dict[str, str] = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            role, mark, phrases = line.partition(":")
            if mark and not line.startswith("#"):
                for phrase in phrases.split(","):
                    roles[phrase.strip()] = role
    return roles


@lru_cache(maxsize=4096)
def section_role(title: str) -> str:
    """What a section with this title is for ("experience", "problem"...), "" when words do not say.

    Numbers, icons and punctuation do not matter. A phrase of the list counts when it opens a
    short title, ends a very short one, or is at least half of it.
    """
    words = [word.lower().replace("’", "'") for word in _WORD.findall(title[:120])]
    while words and words[0] in _SMALL and " ".join(words[:2]) not in _roles():
        del words[0]
    content = sum(word not in _SMALL for word in words)
    if not words or not _JOBS.isdisjoint(words):
        return ""
    roles = _roles()
    for length in range(min(_LONGEST, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            found = roles.get(" ".join(words[start : start + length]))
            if found is None:
                continue
            if (
                (start == 0 and content <= 7)
                or (start + length == len(words) and content <= 4)
                or 2 * length >= content
            ):
                return found
    return ""


def headings(document: Document) -> list[tuple[int, int, str]]:
    """The document's own headings, not quoted ones: (chunk index, level, clean title)."""
    found = []
    for index, chunk in enumerate(document.chunks):
        found += [
            (index, block.level, block.prose.text.strip())
            for block in chunk.blocks
            if block.type == "heading" and not block.quoted and block.prose is not None
        ]
    return found


def sections(document: Document) -> list[Section]:
    """The sections, in order, which share out all chunks; see `Section`.

    A section whose title does not say what it is for has the role of the section that it is
    nested in; so has "Results" under a job, which is experience still.
    """
    found: list[Section] = []
    above: list[tuple[int, str]] = []
    last = (0, 0, "", "")
    for index, level, title in headings(document):
        start, last_level, last_title, last_role = last
        if start < index or found or last_title:
            found.append(Section(last_title, last_level, last_role, (start, index)))
        while above and above[-1][0] >= level:
            above.pop()
        named = section_role(title)
        around = above[-1][1] if above else ""
        if not named or (around in _JOB_ROLES and named not in _RESUME_ROLES):
            named = around
        above.append((level, named))
        last = (index, level, title, named)
    if document.chunks:
        start, level, title, named = last
        found.append(Section(title, level, named, (start, len(document.chunks))))
    return found


def moved(sections: list[Section], stop: int, by: int) -> list[Section]:
    """The sections after the number of chunks before index ``stop`` has changed by ``by``.

    Only for a change that neither adds nor removes a heading.
    """
    if not by:
        return sections
    kept = bisect_left(sections, stop, key=_last_chunk)
    shifted = [
        Section(title, level, role, (start + by if start >= stop else start, end + by))
        for title, level, role, (start, end) in sections[kept:]
    ]
    return sections[:kept] + shifted


def _last_chunk(section: Section) -> int:
    return section.chunks[1]
