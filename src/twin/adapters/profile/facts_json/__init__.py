"""`facts.json`: what the owner states about the person, key by key."""

from twin.adapters.profile.facts_json.source import FactsJsonProfile

__all__ = ["FactsJsonProfile"]
