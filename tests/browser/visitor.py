"""What a visitor does with the page."""

from playwright.sync_api import Page, expect


def write(page: Page, text: str) -> None:
    page.get_by_label("Your message").fill(text)
    page.get_by_label("Your message").press("Enter")


def ask(page: Page, text: str) -> None:
    """Write it, and send it when the page takes questions: not while an answer is under way."""
    page.get_by_label("Your message").fill(text)
    expect(page.get_by_role("button", name="Send")).to_be_enabled()
    page.get_by_label("Your message").press("Enter")


def kept(page: Page) -> str | None:
    found: str | None = page.evaluate("localStorage.getItem('twin.session:/')")
    return found
