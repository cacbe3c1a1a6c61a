"""The doors: HTTP, AWS Lambda, terminal, web page."""
