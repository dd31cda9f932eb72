"""Words that rules ask about: titles, duties, ceremonies, hype, size words, hedges, jargon.

What a word means depends on where it stands: only a verb that tells the line's own deed owns,
helps or works with somebody; "to inform the roadmap" owns nothing.
"""

from __future__ import annotations

from pmlint.language.acts import Act
from pmlint.language.clauses import Clause
from pmlint.language.grammar import Family, Pattern
from pmlint.language.measures import Measure
from pmlint.language.tokens import Tokens

Place = tuple[str, int, int]

_SKIP = "(?: <^verb|stop|semicolon|comma>)"
# Found wherever they stand.
_WORDS = Family(
    {
        "hype": "<hype> | (?<!<comparative>) <robust> (?: <artifact|technical term|technical metric|noun> | <comma> | <ing|noun|unknown> <noun> )",
        "sole credit": "<sole>",
        "duty": "<duty>",
        # "as per policy", "because the checklist said so", "because my director told me to".
        "compliance": """ <compliance|obey&verb>
          | <because> <determiner|possessive>? <^verb|stop|comma>{0,3}? <rulebook> <^stop|comma>
          | <follow&verb> <determiner|possessive> <^verb|stop|comma>{0,2}? <rulebook> (?! <noun> )
          | <because> <determiner|possessive>? <^verb|stop|comma>{0,2}? <boss> <adverb|had>* <assign&verb> <me|us> """,
        "technical term": "<tool|technical term|camel|acronym>",
        "technology": "<tool|camel>",
        "known term": "<tool|technical term>",
        "user": "<served person>",
        "decided": "<decide&verb&!base|decide&past> <^verb|stop|comma>{0,1} <number>",
        "beneficiary": """ <for|help> (?: <^verb|stop|comma>){0,4}?
          <served person&!technical term|org|person&plural&!technical term> """,
        # Not "early shifts", not "on time without the planner".
        "speed claim": """ <ahead of time> (?! <noun&!time unit|unknown|ing|without> )
          | <ship verb&verb> <adverb>* <comparative&quick> """,
        "hedge": """ <hedge&!i think|maybe>
          | <i think> (?! <preposition|wh|every> )
          | (?<!<determiner|adjective>) <sort of>
          | <i|we> <may> <not|adverb>* <verb&base&!ask> """,
    }
)
# Found in the line's own statement: its first verb, or one coordinated with it.
_DEEDS = Family(
    {
        "decision area": f""" <own&verb> (?: <and|comma|slash> <adverb>* <verb> )* {_SKIP}{{0,6}}? <decision area> (?! <noun&!decision area|unknown&!name|ing> )
           | <ownership noun> <of> | <craft&verb> (?: <and|comma|slash> <adverb>* <verb> )* {_SKIP}{{0,5}}? <strategy> (?! <noun&!decision area|ing> ) """,
        "ceremony deed": f"<ceremony verb> (?: <and|in> <verb>? )? {_SKIP}{{0,3}}? <ceremony>",
        "teamwork deed": """<team&verb> <with>? (?: <^stop|semicolon|comma>){0,5}?
            <team member|person&!served person|staff|collective|title&!served person|org>
          | <team&verb> <with>? <name|acronym|camel>
          | <liaise&verb> <adverb>* <with> <noun|unknown|determiner|possessive>
          | <align&verb> <^verb&!noun|stop|comma|preposition>{0,2} <team member|collective|staff>
          | <foster&verb> <adjective|degree adjective|hype|unknown>{0,2} <good terms> (?! <tool|technical term> )""",
        "weak help": "<weak help&!help> | <help&weak help|weak try> (?! <person|possessive|determiner> )",
        "persuasion": "<persuade&verb>",
        "decision": "<decide&verb>",
        "bare management": (
            "<manage&verb> <determiner|possessive>? <^verb|stop|comma|preposition>{0,2}? <staff|programs> <stop>? $"
        ),
        "member": "(?: <i|we> <adverb>* <was> <on|in|part of> | (?: <i|we> )? <adverb>* <work&past> <on|in|for> ) <^verb|stop|comma|preposition>{1,6}? <staff|collective>",
    }
)
_DEGREE = Pattern(
    """ (?P<much> <much> <comparative|quality adjective>)
      | (?<!<most>) <degree adverb> (?= <verb|comparative|adverb> )
      | (?<=<verb>) <degree adverb>
      | <degree adverb> (?= <stop> | $ )
      | (?<!<most>) <degree adjective> (?= <^stop|comma|preposition>{0,2} <people metric|technical metric|change noun|noun&measure noun|portion|room> )
      | (?<=<be>) <degree adjective> """
)
_QUANTITY = Pattern("<vague quantity> (?! <other> )")
# Outside a deed only who suffers, or what is wrong, has a size that matters.
_MANY = Pattern("<vague quantity> (?: <unknown>)? <served person|problem> (?! <noun> )")
_LISTED = Pattern("<^stop|verb>{1,4} (?: <open|colon|such as> )")


def find(
    tokens: Tokens, parts: list[Clause], act: Act | None, numbers: list[Measure]
) -> list[Place]:
    """(name, first token, stop) of each word or phrase that a rule asks about, in no order."""
    found = [
        (name, match.start(), match.end())
        for name, pattern in _WORDS.live(tokens)
        for match in pattern.finditer(tokens)
        if name != "hype" or not _is_name(tokens, match.start())
    ]
    found += _deeds(tokens, parts, act)
    if not any(n.kind in ("percent", "multiple", "money", "range") for n in numbers):
        found += [("vague", m.start(), m.end()) for m in _DEGREE.finditer(tokens)]
    if act is None:
        found += [("vague", m.start(), m.end()) for m in _MANY.finditer(tokens)]
    elif act.form != "state":
        found += _vague_quantities(tokens, parts)
    return found


def _is_name(tokens: Tokens, at: int) -> bool:
    """ "Network Magic", "the Excellence Award": a word with a capital inside a line is a name."""
    return at > 0 and tokens.words(at, at + 1)[0].isupper() and not tokens.has(at - 1, "stop")


def stand_ins(
    tokens: Tokens, words: list[Place], act: Act | None, outcome: bool, reason: bool
) -> list[Place]:
    """What a line offers in place of an act with a result: at most one each of "title",
    "ceremony", "teamwork" and "ownership".

    ``outcome`` and ``reason``: whether the line has one.
    """
    if act is None or outcome:
        return []
    at = {name: (first, stop) for name, first, stop in reversed(words)}
    found = []
    title = next((name for name in ("bare management", "member") if name in at), None)
    if act.form == "state":
        stop = act.stop if act.stop > act.verb else min(act.verb + 2, len(tokens))
        found.append(("title", *at.get("duty", (act.verb, stop))))
    elif title is not None:
        found.append(("title", *at[title]))
    if "persuasion" not in at and "decided" not in at and not found:
        if "teamwork deed" in at:
            found.append(("teamwork", *at["teamwork deed"]))
        if "decision area" in at and "ceremony deed" not in at:
            found.append(("ownership", *at["decision area"]))
    if "ceremony deed" in at and not reason:
        found.append(("ceremony", *at["ceremony deed"]))
    return found


def _deeds(tokens: Tokens, parts: list[Clause], act: Act | None) -> list[Place]:
    if act is None:
        return []
    found = []
    for name, pattern in _DEEDS.live(tokens):
        for match in pattern.finditer(tokens):
            clause = next(part for part in reversed(parts) if part.start <= match.start())
            first = match.start()
            told = first == act.verb or (
                clause.kind in ("main", "so")
                and not tokens.has(first - 1, "to")
                and (
                    tokens.has(first, "past")
                    or tokens.has(first - 1, "and")
                    or first == act.actor_at
                )
            )
            if told or (name == "teamwork deed" and clause.kind == "main"):
                found.append((name, first, match.end()))
    return found


def _vague_quantities(tokens: Tokens, parts: list[Clause]) -> list[Place]:
    """Size words on the line's own scope; a list that follows says what they mean."""
    found = []
    for match in _QUANTITY.finditer(tokens):
        clause = next(part for part in reversed(parts) if part.start <= match.start())
        if clause.kind in ("cause", "time", "condition", "relative"):
            continue
        if _LISTED.match(tokens, match.end()) is None:
            found.append(("vague", match.start(), match.end()))
    return found
