"""Drafts of our own that show much, little, or odd things."""

from __future__ import annotations

RESUME = """\
# Ada Example

## Product Impact

- Dropped the referral program because new drivers quit in their first week for lack of trips; the
  share that stayed a month rose from 52% to 71%.
- Cut p95 latency by 62% because sellers could not restock before the evening.

## Experience

### Tallybridge, engineer

- Reduced support tickets by 35%.
- Built a console in React.
- Was the tech lead of the ticketing team.
"""

STORY = """\
# Story: the whiteboard

## Situation

Within two weeks night nurses on one ward were writing shifts on a whiteboard again, and 40% of swaps
were missed.

## Task

I had to find out why.

## Action

I convinced the ward manager to drop the approval step because nurses were waiting until morning for it.
I tested it on one ward first.

## Result

Confirmed swaps rose from 34% to 81% in five weeks, and the hospital renewed its contract.
"""

PROPOSAL = """\
# Proposal: homework offline

## Problem

Pupils aged 11 to 14 who share a phone lose their homework when the network drops. In spring 23% of
their submissions failed, and teachers told us that they gave zero for a third of them.

## Success metrics

- By the end of the autumn term fewer than 3% of submissions from shared phones fail, down from 23%.

## Risks

A pupil may believe that the work is handed in when it is not.

## Alternatives

We considered paper for these classes, but the teachers would mark twice as long.
"""

# Headings with nothing under them.
TEMPLATE = """\
# Proposal: a map

## Problem

## Success metrics

TBD

## Risks

## Alternatives
"""

CASE = """\
# Case: win back players

The players to win back are parents who stopped in their first month. The goal is that 8% of them play
three races in a week by June.

There are three reasons why they could have stopped:

1. They see nothing left to do.
2. Their friends stopped first.
3. They give up on the update screen.

I would pick the third, because 57% of returning sessions end there. We should delay the photo mode for it.
"""

HOSTILE = """\
# <script>alert(1)</script> "&amp;' \u202edlrow

- Cut <img src=x onerror=alert(1)> churn by 40% because `users` & "sellers" </style></li> could not pay.
- Dropped <b>two</b> plans because nurses </mark> were waiting <!-- and --> for \u202e them; waits fell by 9%.
- Raised renewals by 12% because caf\u00e9 owners \U0001f680 could not find https://example.org/?a=1&b=2 invoices.
- \u05e9\u05dc\u05d5\u05dd Cut churn by 4% because sellers could not pay \u0627\u0644\u0641\u0627\u062a\u0648\u0631\u0629.
- Cut costs by 5% in aVeryLongWordWithoutAnyPlaceToBreakItThatGoesOnAndOnAndOnUntilItIsWiderThanAPhoneScreenEverWas.
- Nul \x00 and escape \x1b[2J cut churn by 3% because sellers could not pay.
"""
