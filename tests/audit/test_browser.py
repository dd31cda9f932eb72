"""The pages in a real browser: at a phone's width and a desktop's, light and dark, and in print."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from pmlint.audit.audit import Audit
from pmlint.audit.page import audit as audit_page
from pmlint.audit.page import readiness as readiness_page
from pmlint.audit.readiness import practice
from pmlint.audit.readiness.readiness import readiness
from tests.audit import drafts

Read = Callable[..., Audit]

_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDTHS = {"phone": 390, "desktop": 1280}
SCHEMES = ("light", "dark")
PAGES = ("audit", "audits", "readiness", "nothing")

# What is shown wider than the window, apart from words that are there to be heard.
_WIDE = """() => [...document.body.querySelectorAll('*')]
    .filter(one => !one.closest('.heard') && one.getBoundingClientRect().right > innerWidth + 0.5)
    .map(one => one.outerHTML.slice(0, 80))"""

# Each run of words with its color and the color behind it: the WCAG contrast where it is too small.
_CONTRAST = """() => {
    const rgb = color => {
        const canvas = new OffscreenCanvas(1, 1).getContext('2d');
        canvas.fillStyle = color;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const light = ([r, g, b]) => {
        const [x, y, z] = [r, g, b].map(v => v / 255)
            .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
        return 0.2126 * x + 0.7152 * y + 0.0722 * z;
    };
    const behind = one => {
        for (let at = one; at; at = at.parentElement) {
            const color = rgb(getComputedStyle(at).backgroundColor);
            if (color[3] === 255) return color;
        }
        return [255, 255, 255, 255];
    };
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const one = walker.currentNode.parentElement;
        const words = walker.currentNode.data.trim();
        if (!words || one.closest('.heard')) continue;
        const [a, b] = [rgb(getComputedStyle(one).color), behind(one)].map(light);
        found.push([(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), words.slice(0, 60)]);
    }
    return found;
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("there is no chromium on this machine")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=_FLAGS)
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def files(read: Read, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    audits = [
        read(drafts.HOSTILE, "resume", "me/an odd draft.md"),
        read(drafts.RESUME, "resume", "me/resume.md"),
        read(drafts.STORY, "story", "me/story.md"),
        read(drafts.CASE, "case", "me/case.md"),
        read(drafts.PROPOSAL, "proposal", "me/a/proposal-with-a-name-that-never-seems-to-end.md"),
        read(drafts.TEMPLATE, "proposal", "me/template.md"),
        read("Eggs.\n", "note", "me/notes.md"),
    ]
    sessions, _ = practice.read("practice.md", "- 2026-03-01: mock product sense, 45 min\n")
    log = practice.together([("practice.md", sessions)])
    folder = tmp_path_factory.mktemp("pages")
    written = {
        "audit": audit_page.page(audits[:1]),
        "audits": audit_page.page(audits),
        "readiness": readiness_page.page(readiness("me", audits, log)),
        "nothing": readiness_page.page(readiness("me", [], practice.Practice())),
    }
    for name, source in written.items():
        (folder / f"{name}.html").write_text(source, encoding="utf-8", newline="\n")
    return {name: folder / f"{name}.html" for name in written}


class Shown:
    """A page that was opened, with what the browser had to say of it."""

    def __init__(self, page: Page, file: Path) -> None:
        self.page = page
        self.said: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("dialog", lambda dialog: self.said.append(dialog.message))
        page.on("request", lambda request: self.requests.append(request.url))
        page.goto(file.as_uri())

    def ask(self, script: str) -> Any:
        return self.page.evaluate(script)


@pytest.fixture
def show(browser: Browser, files: dict[str, Path]) -> Iterator[Callable[..., Shown]]:
    contexts = []

    def open_page(name: str, width: int = 1280, scheme: Any = "light") -> Shown:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
        )
        contexts.append(context)
        return Shown(context.new_page(), files[name])

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("device", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_a_page(
    show: Callable[..., Shown], files: dict[str, Path], name: str, device: str, scheme: str
) -> None:
    shown = show(name, WIDTHS[device], scheme)
    assert shown.said == []
    assert shown.requests == [files[name].as_uri()]
    assert shown.ask("() => document.documentElement.scrollWidth - innerWidth") <= 0
    assert shown.ask(_WIDE) == []
    contrasts = shown.ask(_CONTRAST)
    assert len(contrasts) > 10
    assert [each for each in contrasts if each[0] < 4.5] == []


@pytest.mark.parametrize("name", PAGES)
def test_dark_is_dark(show: Callable[..., Shown], name: str) -> None:
    """The style is let in by the page's policy, and follows the scheme."""
    script = "() => getComputedStyle(document.body).backgroundColor.match(/[0-9]+/g).map(Number)"
    light, dark = (sum(show(name, scheme=scheme).ask(script)) for scheme in SCHEMES)
    assert dark < 150 < 600 < light


def test_a_link_of_the_grid_leads_to_its_line(show: Callable[..., Shown]) -> None:
    shown = show("audits", WIDTHS["phone"])
    link = shown.page.locator(".behind a").first
    number = link.inner_text().split()[-1]
    link.click()
    target = shown.page.locator("li:target")
    assert target.locator(".place").inner_text().split()[-1] == number
    assert target.evaluate("one => one.getBoundingClientRect().top < innerHeight")


def test_the_picture_is_drawn(show: Callable[..., Shown]) -> None:
    """A shape that is not closed would swallow the ones after it."""
    shown = show("audits")
    for shape in ("ring", "disk", "rail", "fill"):
        areas = shown.ask(
            f"() => [...document.querySelectorAll('.{shape}')]"
            ".map(one => one.getBoundingClientRect()).map(box => box.width * box.height)"
        )
        assert areas
        assert all(area > 0 for area in areas)


def test_a_question_is_more_than_its_color(show: Callable[..., Shown]) -> None:
    """Marks differ in the kind of line below them, for those who see no color."""
    shown = show("audit")
    kinds = shown.ask(
        "() => ['user', 'trade', 'proof'].map(name => getComputedStyle("
        "document.querySelector(`.tally mark.${name}`)).borderBottomStyle)"
    )
    assert len(set(kinds)) == 3


@pytest.mark.parametrize("name", PAGES)
def test_print(show: Callable[..., Shown], name: str) -> None:
    shown = show(name, scheme="dark")
    shown.page.emulate_media(media="print")
    background = "() => getComputedStyle(document.body).backgroundColor"
    assert shown.ask(background) == "rgb(255, 255, 255)"
    assert [each for each in shown.ask(_CONTRAST) if each[0] < 4.5] == []
    assert shown.page.pdf().startswith(b"%PDF")


def test_these_checks_find_what_is_wrong(browser: Browser, tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text(
        "<!doctype html><meta name=viewport content='width=device-width'><title>x</title>"
        "<body style='background:#fff'><p style='color:#ccc'>Pale</p><p style='width:900px'>Wide</p>"
        "<script>console.log('said')</script><img src='gone.png'>",
        encoding="utf-8",
    )
    context = browser.new_context(viewport={"width": 390, "height": 900})
    shown = Shown(context.new_page(), bad)
    assert "said" in shown.said
    assert len(shown.requests) == 2
    assert shown.ask(_WIDE) != []
    assert [words for ratio, words in shown.ask(_CONTRAST) if ratio < 4.5] == ["Pale"]
    context.close()
