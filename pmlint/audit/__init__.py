"""What a draft proves: its claims with their questions, and where its evidence lies.

Nothing here judges: it shows the facts that language found.
"""
