"""An honest AI digital twin of one person, for that person's own website.

ports        what crosses the boundary: messages, errors, and the three ports (no third party)
domain       persona, conversation, prompt, retrieval, chat (pure: the standard library and ports)
adapters     one module per technology, in a folder per port
settings     the environment and `.env`, read once into one frozen object
container    the composition root: the only module that knows domain and adapters
entrypoints  the doors: HTTP, AWS Lambda, terminal, web page
testing      contract tests and a scripted model for whoever writes an adapter
"""

__version__ = "0.1.0"
