"""What a new data folder holds: an empty form, explained, or a draft of it."""

from twin.domain.facts_draft import Json

# Empty values state nothing: the form is a profile from its first line on.
EMPTY: dict[str, Json] = {
    "full_name": "",
    "current_role": "",
    "location": "",
    "email": "",
    "skills": [],
    "languages": [],
    "interests": [],
    "availability": "",
    "experience": [],
    "education": [],
}
TOML = """\
# How the twin presents itself. Every line is optional: take away the # to use it.

# name = "Ada"                           # what to call you
# greeting = "Hello! I'm Ada's AI twin." # the first words on the page
# ai_notice = "I'm Ada's AI twin."       # said at the start of every conversation
# questions = ["What do you build?"]     # suggestions, three or so

# Who may know what, by its key in facts.json: public, on_request or private.
# [disclosure]
# email = "on_request"
"""
README = """\
# The data of your twin

Every file is optional, as long as one of them says who you are. `twin check` shows what was read.

| file | what it is |
|---|---|
| `facts.json` | facts under any keys, nested as you like; empty ones say nothing |
| `summary.txt` | who you are, in a few paragraphs, best in the first person |
| `style.txt` | how you talk: one habit a line |
| `*.pdf` | your LinkedIn profile (More, Save to PDF), or any CV |
| `twin.toml` | name, greeting, suggested questions, and who may know what |

## facts.json

```json
{
  "full_name": "Grace Hopper",
  "current_role": "Head of automatic programming at Remington Rand",
  "skills": ["compilers", "teaching"],
  "experience": [
    {"title": "Professor", "company": "Vassar College", "start": "1931", "end": "1943"}
  ],
  "education": [
    {"degree": "PhD", "field": "Mathematics", "institution": "Yale University", "year": "1934"}
  ],
  "favorite_unit": "The nanosecond: a wire a little under a foot long"
}
```

A value that is not for everyone names its audience, and one that visitors ask for in other words
names them:

```json
{"phone": {"value": "+1 202 555 0106", "disclosure": "on_request", "ask": ["How do I call you?"]}}
```

`public`, the default, may be told at any time, `on_request` only to a visitor who asks for it,
`private` never.

## style.txt

```
- Short sentences, plain words.
- A dry joke now and then.
```
"""
