"""The pure core: persona, conversation, prompt, retrieval, chat; it knows only the ports."""
