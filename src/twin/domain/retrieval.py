"""Passages of the persona ranked for a visitor's message."""

import re
from collections.abc import Sequence
from dataclasses import replace

from twin.domain.answering import Answer, Answers, foreign, half_known
from twin.domain.findings import passages_of, to_say
from twin.domain.fragments import Said
from twin.domain.intents import Intent, asks, intent, tells_of_visitor
from twin.domain.introduction import contact, introduction
from twin.domain.messages import parts
from twin.domain.narrowing import narrowed
from twin.domain.persona import Persona
from twin.domain.premises import claims, presumes
from twin.domain.question import Query, names_of, query
from twin.domain.spelling import Spelling
from twin.domain.stated import nicknames, stated
from twin.domain.statements import Statement
from twin.domain.topic import Topic
from twin.domain.visitor import own_line
from twin.domain.words import fold, tokens
from twin.ports.llm import Evidence, Finding, RankedPassage
from twin.ports.memory import Turn

FOLLOW_UP_TURNS = 4
_SUGGESTIONS = (
    "What do you do?",
    "Where do you live?",
    "What was your previous job?",
    "What are you good at?",
    "Where did you study?",
    "What are you working on?",
    "Which languages do you speak?",
    "What do you do in your free time?",
    "How can I contact you?",
    "Are you a real person?",
    "Who are you?",
    "Tell me about yourself.",
)
# "I found nothing about biggest" helps nobody.
_SUBJECT = re.compile(r"(?!.*est$|favou?rites?$|abroad$|.*ly$).", re.IGNORECASE)
_AND = re.compile(r"\s+(?:and(?: also)?|plus|as well as|&|\+)\s+|,\s+(?!(?:in|per)\b)")
# What may be asked whatever was thought of the person before.
_IN_ANY_CASE = frozenset(
    ["@availability", "@booking", "@cancellation", "@contact", "@deposit", "@email", "@fee",
     "@hours", "@insurance", "@language", "@linkedin", "@location", "@notice", "@payment", "@phone",
     "@rate", "@remote", "@salary", "@speakingfee", "@web"]
)  # fmt: skip


class Retrieval:
    """An index over one persona, built once; `evidence` is pure and takes about a millisecond."""

    def __init__(self, persona: Persona) -> None:
        self._persona = persona
        self._statements = stated(persona)
        self._by_id = {each.source.id: each for each in self._statements}
        self._spelling = Spelling(tokens(fold(each.source.text)) for each in self._statements)
        self._own_names = frozenset(names_of(" ".join((persona.name, *nicknames(persona)))))
        named = (term for each in self._statements for term in each.named)
        self._told = frozenset(term for term in named if term.startswith("@"))
        self._answers = Answers(self._statements, self._own_names)
        self.questions = persona.policy.questions or self._suggested()

    def evidence(self, message: str, earlier: Sequence[Turn] = ()) -> Evidence:
        """What the profile holds for a visitor's message, given the turns before it."""
        return Evidence(
            findings=self._findings(message, self._topic(earlier), earlier),
            name=self._persona.name,
            ai_notice=self._persona.ai_notice,
            contact=contact(self._statements),
            questions=self.questions,
        )

    def answers(self, message: str) -> bool:
        """Whether the profile answers all of a message, by itself."""
        evidence = self.evidence(message)
        return evidence.answered and not any(each.unknown_terms for each in evidence.findings)

    def _findings(self, message: str, topic: Topic, earlier: Sequence[Turn]) -> tuple[Finding, ...]:
        lines = [turn.question for turn in earlier]
        found = []
        told: Query | None = None
        asking = parts(message, self._own_names)
        questions = any(part.endswith("?") for part in asking)
        untrue = False  # what was said of the person just before
        for part in asking:
            asked = asks(part, self._own_names) or part.endswith("?") or not questions
            finding, said = self._finding(part, topic, lines, told)
            if said and len(asking) == 1:
                finding = narrowed(finding, said)
            if untrue and said and not said.asked.terms & _IN_ANY_CASE:
                finding, said = Finding(part), None
            if asked or (said and said.statements and not tells_of_visitor(part)):
                found.append(finding)
                unknown = bool(finding.unknown_terms) or claims(part)
                topic = topic.after(said, unknown=unknown, here=True) if said else topic
            elif finding.kind == "question" or tells_of_visitor(part):
                told = self._query(part)
                if claims(part):
                    topic = topic.after(Said(told, ()), unknown=True, here=True)
            untrue |= presumes(part) and not (finding.passages or self._holds(part))
            lines.append(part)
        if any(intent(part, self._own_names).order for part in asking):
            found = [self._beside_an_order(finding) for finding in found]
        return to_say(found, asking=questions)

    def _beside_an_order(self, finding: Finding) -> Finding:
        """Of a message with an order only what is plainly asked is answered."""
        plain = finding.question.endswith("?") or asks(finding.question, self._own_names)
        passages = finding.passages if plain else ()
        return replace(finding, passages=passages, unknown_terms=(), nearest=())

    def _finding(
        self, part: str, topic: Topic, lines: Sequence[str], told: Query | None = None
    ) -> tuple[Finding, Said | None]:
        recognised = intent(part, self._own_names)
        if recognised.kind == "capabilities" and told and told.subject:
            recognised = Intent("question")  # "We are short of staff. Could you help?"
        if recognised.kind == "visitor":
            return Finding(part, "visitor", visitor_line=own_line(part, lines)), None
        if recognised.kind == "about":
            return Finding(part, "about", passages_of(introduction(self._statements))), None
        if recognised.kind not in {"question", "remark"} or recognised.order:
            return Finding(part, recognised.kind), None
        asked = self._query(part)
        if recognised.kind == "remark" and not self._answers.wished(asked):
            return Finding(part, "remark"), None
        asked = asked.after(told) if told else asked
        if topic.is_lost_on(asked):
            return Finding(part), None
        return self._answered(part, asked, topic, mistaken=self._answers.mistaken(asked, told))

    def _answered(
        self, part: str, asked: Query, topic: Topic, *, mistaken: bool
    ) -> tuple[Finding, Said | None]:
        if mistaken:
            unknown = self._as_written(part, self._answers.find(asked).unknown)
            return Finding(part, unknown_terms=unknown, nearest=self._nearest(asked, topic)), None
        answer = self._answers.find(asked, topic.said)
        if not (answer.matches or any(each.explicit for each in asked.demands)):
            answer = self._each(part, topic.said) or answer
        unknown = () if foreign(asked) else self._as_written(part, answer.unknown)
        passages = passages_of(answer.matches)
        nearest = () if passages else self._nearest(asked, topic)
        return (
            Finding(part, passages=passages, unknown_terms=unknown, nearest=nearest),
            Said(asked, tuple(match.statement for match in answer.matches)),
        )

    def _holds(self, part: str) -> bool:
        """Whether the profile tells what a visitor says of the person."""
        return bool(self._answers.find(self._query(part)).matches)

    def _nearest(self, asked: Query, topic: Topic) -> tuple[RankedPassage, ...]:
        return passages_of(self._answers.nearest(asked, topic.said))

    def _as_written(self, part: str, terms: Sequence[str]) -> tuple[str, ...]:
        """What nothing is known about, in the visitor's own spelling."""
        meant = {self._spelling.mended(word): word for word in re.findall(r"[^\W_]+", part)}
        written = (term if term in part else meant.get(term, "") for term in terms)
        return tuple(term for term in written if term and _SUBJECT.match(term))

    def _each(self, part: str, before: Said | None) -> Answer | None:
        """The answers to "your hobbies and your languages?", when there is one to each."""
        pieces = _AND.split(part)
        if len(pieces) != 2:
            return None
        asked = [self._query(piece) for piece in pieces]
        answers = [self._answers.find(one, before) for one in asked]
        if "," not in part and (half := half_known(asked, answers)):
            return half
        counting = any(one.counts_only for one in asked)  # "..., just us two?"
        if counting or not all(answer.matches for answer in answers):
            return None
        return Answer(tuple(match for answer in answers for match in answer.matches[:2]))

    def _query(self, part: str) -> Query:
        mended = self._spelling.mended(part)
        return query(mended, own_names=self._own_names, told=self._told)

    def _topic(self, earlier: Sequence[Turn]) -> Topic:
        """What a follow-up may refer to, told from the turns before it, the oldest first."""
        recent = tuple(earlier)[-FOLLOW_UP_TURNS:]
        topic = Topic()
        cited = [self._cited(turn) for turn in recent]
        begin = max((place for place, told in enumerate(cited) if told), default=0)
        for place in range(begin, len(recent)):
            last = parts(recent[place].question)[-1]
            asked = query(last, own_names=self._own_names, told=self._told)
            told = cited[place] or self._retold(recent[place].question, topic, recent[:place])
            topic = Topic(Said(asked, told) if told else topic.said)
            if not told and (last.endswith("?") or asks(last, self._own_names)):
                unknown = self._answers.find(asked).unknown
                topic = topic.after(Said(asked, ()), unknown=bool(unknown), here=False)
        return topic

    def _cited(self, turn: Turn) -> tuple[Statement, ...]:
        """What a turn rests on; what was shown because nothing answered is not among it."""
        sources = () if "unanswered" in turn.flags else turn.sources
        return tuple(self._by_id[each.id] for each in sources if each.id in self._by_id)

    def _retold(
        self, question: str, topic: Topic, earlier: Sequence[Turn]
    ) -> tuple[Statement, ...]:
        """What this retrieval would have cited where a model cited nothing."""
        passages = [
            passage
            for finding in self._findings(question, topic, earlier)
            if finding.kind == "question"
            for passage in finding.passages
        ]
        if not passages and not question.rstrip().endswith("?"):  # "I saw your course on planes."
            told = self._query(parts(question, self._own_names)[-1])
            known = len(told.subject) > 1 or any(each.name for each in told.subject)
            found = self._answers.find(told).matches if known else ()
            return tuple(match.statement for match in found)
        return tuple(self._by_id[passage.source.id] for passage in passages)

    def _suggested(self) -> tuple[str, ...]:
        """Three questions that the profile answers."""
        good = []
        for question in _SUGGESTIONS:
            finding, _ = self._finding(question, Topic(), ())
            if finding.kind != "question" or finding.passages:
                good.append(question)
            if len(good) == 3:
                break
        return tuple(good)


def suggested_questions(persona: Persona) -> tuple[str, ...]:
    """The owner's suggestions, or three questions that the profile answers."""
    return Retrieval(persona).questions
