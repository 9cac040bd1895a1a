"""Pages and descriptions as pure functions of a store: what an address leads to, and what stands there."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pyoxigraph
import pytest
from small_graph import EXTRACTIONS, fill, span

from corpus.specimens import specimens
from extract.records import Citation, DocumentRecord, Extraction
from graph.build import build
from graph.server.pages.address import Kind, page_path, read_path
from graph.server.pages.answer import Asked, Reply, answer
from graph.server.pages.model import page_words
from graph.server.pages.negotiation import choose_form, choose_language
from graph.server.pages.rdf import describe
from graph.store import Store
from ontology.actors import ENTITY_TYPES
from ontology.instruments import INSTRUMENT_KINDS
from ontology.iri import BASE

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
HOSTILE = '"><img src=x onerror=alert(1)></script><script>alert(2)</script>&amp;{{ 7*7 }}'
SPECIMENS = ("A_RES_71_160.zh.txt", "A_73_325.en.txt", "A_73_325.zh.txt", "A_RES_2775(XXVI).zh.txt")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("pages") / "store"
    with Store.create(path) as made:
        fill(made, registry=True)
    with Store.open(path) as store:
        yield store


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("pages") / "specimens"
    build([specimens() / name for name in SPECIMENS], path)
    with Store.open(path) as store:
        yield store


def ask(store: Store, path: str, accept: str = BROWSER, language: str = "en", **query: str) -> Reply:
    return answer(store, Asked(path, tuple(query.items()), accept, language))


def text_of(reply: Reply) -> str:
    """The words of a page, without its markup."""
    words: list[str] = []

    class Reader(HTMLParser):
        def handle_data(self, data: str) -> None:
            words.append(data)

        def handle_endtag(self, tag: str) -> None:
            words.append("" if tag == "mark" else " ")

    Reader().feed(reply.body.decode())
    return re.sub(r"\s+", " ", "".join(words))


def tags_of(reply: Reply) -> list[tuple[str, dict[str, str | None]]]:
    found: list[tuple[str, dict[str, str | None]]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: Any) -> None:
            found.append((tag, dict(attrs)))

    Reader().feed(reply.body.decode())
    return found


def links_of(reply: Reply) -> list[str]:
    return [str(attributes["href"]) for tag, attributes in tags_of(reply) if tag == "a"]


def triples_of(reply: Reply) -> set[tuple[str, str, str]]:
    formats = {
        "text/turtle": pyoxigraph.RdfFormat.TURTLE,
        "application/ld+json": pyoxigraph.RdfFormat.JSON_LD,
        "application/n-triples": pyoxigraph.RdfFormat.N_TRIPLES,
        "application/rdf+xml": pyoxigraph.RdfFormat.RDF_XML,
    }
    form = formats[reply.media_type.partition(";")[0]]
    return {(str(q.subject), str(q.predicate), str(q.object)) for q in pyoxigraph.parse(input=reply.body, format=form)}


ADDRESSES = (
    ("doc/A/RES/76/270", 200, "", "the key itself"),
    ("doc/A/RES/76/270/zh", 200, "", "a language version that is held"),
    ("doc/A/RES/76/270/fr", 404, "", "one that is not"),
    ("doc/A/RES/57/32", 200, "", "cited, not held"),
    ("doc/A/65/382", 200, "", "the first half of a double symbol"),
    ("doc/S/2010/490", 200, "", "its second half"),
    ("doc/76/270", 302, "/doc/A/RES/76/270", "a number as people write it"),
    ("doc/a/res/76/270", 302, "/doc/A/RES/76/270", "small letters"),
    ("doc/第76/270号决议", 302, "/doc/A/RES/76/270", "a phrase"),
    ("doc/ａ／ｒｅｓ／７６／２７０", 302, "/doc/A/RES/76/270", "full width"),
    ("doc/A/RES/76/270 ", 302, "/doc/A/RES/76/270", "a blank after it"),
    ("doc/https://undocs.org/zh/A/RES/76/270", 302, "/doc/A/RES/76/270", "a link"),
    ("doc/76/270/zh", 302, "/doc/A/RES/76/270/zh", "the version of a number"),
    ("doc/A/65/382-S/2010/490", 302, "/doc/A/65/382", "both halves"),
    ("doc/A/RES/76/271", 404, "", "not known"),
    ("doc/<script>", 404, "", "no symbol"),
    ("doc/x> . ?s ?p ?o . <y", 404, "", "what would break out of a query"),
    ("doc/", 404, "", "nothing"),
    ("actor/undp", 200, "", "an id"),
    ("actor/UNDP", 302, "/actor/undp", "an id in capitals"),
    ("actor/开发署", 302, "/actor/undp", "a name"),
    ("actor/state:mali", 200, "", "a State"),
    ("actor/nobody at all", 404, "", "no actor"),
    ("instrument/un-charter", 200, "", "an instrument"),
    ("graph/A/RES/76/270/zh", 200, "", "the graph of a version"),
    ("graph/registry", 200, "", "the graph of the registries"),
    ("graph/A/RES/76/270/ru", 404, "", "no such graph"),
    ("ontology", 200, "", "the vocabulary"),
    ("lineage/A/RES/76/270", 200, "", "a lineage"),
    ("lineage/76/270", 302, "/lineage/A/RES/76/270", "a lineage by number"),
    ("lineage/A/RES/1/999", 404, "", "the lineage of nothing"),
    ("view/A/RES/76/270", 200, "", "a picture"),
    ("view/actor:undp", 200, "", "the picture around an actor"),
    ("view/actor:nobody", 404, "", "around nobody"),
    ("view/76/270", 302, "/view/A/RES/76/270", "a picture by number"),
    ("nothing/at/all", 404, "", "no kind of thing"),
)


@pytest.mark.parametrize(("path", "status", "location", "reason"), ADDRESSES, ids=[row[0] for row in ADDRESSES])
def test_what_an_address_leads_to(small: Store, path: str, status: int, location: str, reason: str) -> None:
    reply = ask(small, path)
    assert (reply.status, dict(reply.headers).get("Location", "")) == (status, location), reason


def test_a_redirection_keeps_what_was_asked(small: Store) -> None:
    reply = ask(small, "doc/76/270", "text/turtle", format="jsonld", lang="zh")
    assert dict(reply.headers)["Location"] == "/doc/A/RES/76/270?format=jsonld&lang=zh"


PATHS = (
    ("https://w3id.org/resograph/doc/S/RES/1540(2004)", "doc/S/RES/1540(2004)"),
    ("https://w3id.org/resograph/actor/unlisted:学院", "actor/unlisted:%E5%AD%A6%E9%99%A2"),
    ("https://w3id.org/resograph/doc/TD/CODE%20TOT/1", "doc/TD/CODE%20TOT/1"),
    ("https://w3id.org/resograph/ontology#cites", "ontology#cites"),
    ("https://example.org/doc/A", None),
    (BASE, None),
)


@pytest.mark.parametrize(("iri", "path"), PATHS, ids=[row[0] for row in PATHS])
def test_an_iri_gives_the_path_of_its_page(iri: str, path: str | None) -> None:
    assert page_path(iri) == path


@pytest.mark.parametrize(
    "path", ["doc/A/RES/76/270", "actor/unlisted:非洲语言学院", "graph/A/RES/76/270/zh", "file/ab"]
)
def test_a_path_gives_the_iri_back(path: str) -> None:
    thing = read_path(path)
    assert thing is not None
    assert thing.iri == BASE + path


def test_hostile_paths_make_no_hostile_iri() -> None:
    for kind in ("doc", "actor", "instrument", "graph", "scheme"):
        thing = read_path(f'{kind}/a> <b "c" {{d}} \\')
        assert thing is not None
        assert re.search(r'[<>"{}\\\s]', thing.iri) is None, kind


WANTED = (
    (BROWSER, None, "html", "a browser"),
    ("", None, "html", "no header"),
    ("*/*", None, "html", "anything"),
    ("text/turtle", None, "turtle", "Turtle"),
    ("application/ld+json", None, "jsonld", "JSON-LD"),
    ("application/n-triples", None, "ntriples", "N-Triples"),
    ("application/rdf+xml", None, "rdfxml", "RDF/XML"),
    ("text/html;q=0.5, text/turtle;q=0.9", None, "turtle", "weights decide"),
    ("text/turtle;q=0.5, text/html;q=0.9", None, "html", "weights decide the other way"),
    ("text/turtle;q=0, application/ld+json;q=0.1", None, "jsonld", "no weight is a refusal"),
    ("image/png", None, None, "none of them"),
    ("text/turtle", "html", "html", "the name comes before the header"),
    (BROWSER, "ttl", "turtle", "another name"),
    (BROWSER, "pdf", None, "no such name"),
)


@pytest.mark.parametrize(("accept", "name", "form", "reason"), WANTED, ids=[row[3] for row in WANTED])
def test_form_is_negotiated(accept: str, name: str | None, form: str | None, reason: str) -> None:
    found = choose_form(accept, name)
    assert (found.name if found else None) == form, reason


LANGUAGES = (
    ("zh-CN,zh;q=0.9,en;q=0.8", None, "zh"),
    ("en-GB,en;q=0.9", None, "en"),
    ("fr,en;q=0.5,zh;q=0.4", None, "en"),
    ("en;q=0,zh;q=0.1", None, "zh"),
    ("", None, "zh"),
    ("de", None, "zh"),
    ("zh", "en", "en"),
    ("en", "xx", "en"),
    ("en;q=many", None, "zh"),
)


@pytest.mark.parametrize(("header", "name", "language"), LANGUAGES)
def test_language_is_negotiated(header: str, name: str | None, language: str) -> None:
    assert choose_language(header, name) == language


def test_page_of_a_document_says_all_that_is_known(small: Store) -> None:
    reply = ask(small, "doc/A/RES/76/270")
    text, links = text_of(reply), links_of(reply)
    told = (
        ("resolution", "its kind"),
        ("互动", "its title"),
        ("2022-06-21", "its date"),
        ("Recalling its resolution 57/32 of 19 November 2002,", "the sentence in the language of the page"),
        ("“Recalling”", "the citing word"),
        ("preambular para. 1", "the place"),
        ("confidence 1", "how sure it is"),
        ("大会第76/270号决议请秘书长提交报告。", "the sentence of who cites it"),
        ("r.zh.txt", "the file"),
        ("SHA-256 " + "aa" * 32, "its digest"),
    )
    assert [reason for words, reason in told if words not in text] == []
    wanted = (
        "/lineage/A/RES/76/270",
        "/view/A/RES/76/270",
        "/?example=cited&document=A%2FRES%2F76%2F270",
        "https://docs.un.org/en/A/RES/76/270",
        "https://docs.un.org/zh/A/RES/76/270",
        "https://docs.un.org/ar/A/RES/76/270",
        "/doc/A/RES/57/32",
        "/doc/A/79/837",
        "/doc/A/RES/76/270/zh",
        "/graph/A/RES/76/270/zh",
        "/doc/A/RES/76/270?format=turtle",
    )
    assert [link for link in wanted if link not in links] == []


def test_page_of_a_version_shows_its_own_sentences(small: Store) -> None:
    chinese, english = text_of(ask(small, "doc/A/RES/76/270/zh")), text_of(ask(small, "doc/A/RES/76/270/en"))
    assert "又回顾第72/278号决议第3段" in chinese
    assert "two reports before it" in chinese, "what is not resolved stands with its reason"
    assert "A/72/791 and A/74/829" in chinese, "and with what it may denote"
    assert "at 第3段" in chinese, "the pinpoint"
    assert "Secretary-General" in chinese, "who is asked"
    assert "asks for a report" in chinese
    assert "又回顾" not in english


def test_page_of_a_document_that_is_only_cited(small: Store) -> None:
    text = text_of(ask(small, "doc/A/RES/57/32"))
    assert "is not itself in this collection" in text
    assert "is cited by 2 documents of this collection" in text
    assert "大会重申第57/32号决议。" in text


def test_both_halves_of_a_double_symbol_have_one_page(built: Store, small: Store) -> None:
    for path in ("doc/A/65/382", "doc/S/2010/490"):
        assert "见A/65/382-S/2010/490" in text_of(ask(small, path))


def test_page_of_an_actor(small: Store) -> None:
    reply = ask(small, "actor/undp", language="zh")
    text, links = text_of(reply), links_of(reply)
    told = (
        "联合国开发计划署",
        "Programme des Nations Unies pour le développement",
        "开发署",
        "鼓励联合国开发计划署参与",
    )
    assert [words for words in told if words not in text] == []
    wanted = (
        "/doc/A/79/837",
        "/doc/A/RES/76/270",
        "/view/actor:undp",
        "/actor/unesco",
        "/?example=mentions&actor=undp",
    )
    assert [link for link in wanted if link not in links] == []


def test_page_of_a_sponsor_lists_its_drafts(small: Store) -> None:
    assert "/doc/A/C.3/78/L.60" in links_of(ask(small, "actor/state:china"))


def test_page_of_an_instrument_quotes_who_cites_it(built: Store) -> None:
    reply = ask(built, "instrument/un-charter")
    text = text_of(reply)
    assert "Charter of the United Nations" in text
    assert "《联合国宪章》" in text
    assert any(link.startswith("/doc/") for link in links_of(reply))


def test_pages_of_specimens_hold_together(built: Store) -> None:
    """Every link to a page here leads to a page."""
    seen: set[str] = set()
    for path in ("doc/A/RES/71/160", "doc/A/73/325", "lineage/A/RES/71/160", "actor/sg"):
        for link in links_of(ask(built, path)):
            seen.add(link.split("?")[0].split("#")[0].lstrip("/"))
    pages = sorted(link for link in seen if re.match(r"(doc|actor|graph|instrument)/", link))
    assert len(pages) > 20
    assert [page for page in pages if ask(built, page).status != 200] == []


FORMS = ("turtle", "jsonld", "ntriples", "rdfxml")


@pytest.mark.parametrize(
    "path", ["doc/A/RES/76/270", "actor/undp", "instrument/un-charter", "graph/A/RES/76/270/zh", "ontology"]
)
def test_every_form_says_the_same(small: Store, path: str) -> None:
    turtle, *others = (triples_of(ask(small, path, format=form)) for form in FORMS)
    assert turtle
    assert all(other == turtle for other in others)


def test_description_holds_the_thing_its_parts_and_what_is_said_of_it(small: Store) -> None:
    found = triples_of(ask(small, "doc/A/RES/76/270", "text/turtle"))
    document, other = f"<{BASE}doc/A/RES/76/270>", f"<{BASE}doc/A/79/837>"
    rg = f"{BASE}ontology#"
    assert (document, f"<{rg}held>", '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>') in found
    assert (other, f"<{rg}cites>", document) in found, "plain edges of others"
    subjects = {subject for subject, _, _ in found}
    assert any("A/RES/76/270#zh-citation-" in subject for subject in subjects), "its citations"
    assert any("A/RES/76/270#zh-mandate-" in subject for subject in subjects), "its mandates"
    assert any("A/79/837#zh-evidence-of-citation-" in subject for subject in subjects), "the words of who cites it"
    sentences = {value for _, predicate, value in found if predicate == f"<{rg}sentence>"}
    assert '"1. 大会第76/270号决议请秘书长提交报告。"@zh' in sentences


def test_description_starts_with_the_thing_and_is_the_same_twice(small: Store) -> None:
    one, two = (ask(small, "doc/A/RES/76/270", "text/turtle").body for _ in range(2))
    assert one == two
    lines = [line for line in one.decode().splitlines() if line and not line.startswith("@prefix")]
    assert lines[0].startswith(f"<{BASE}doc/A/RES/76/270> ")
    prefixes = [line for line in one.decode().splitlines() if line.startswith("@prefix")]
    assert prefixes == sorted(prefixes)


def test_description_is_bounded_and_cuts_no_node(built: Store) -> None:
    thing = read_path("doc/A/73/325")
    assert thing is not None
    whole, cut = describe(built, thing), describe(built, thing, most=400)
    assert whole.whole
    assert not cut.whole
    assert 400 <= len(cut.triples) < len(whole.triples)
    held = set(whole.triples)
    assert set(cut.triples) <= held
    for subject in {triple[0] for triple in cut.triples if "#" in triple[0].value}:
        assert {t for t in held if t[0] == subject} <= set(cut.triples), subject


def test_every_part_leads_to_the_page_that_describes_it(built: Store) -> None:
    """The IRI of a citation or of its evidence is a fragment: what answers for the document must tell of it."""
    parts_of = f"STRSTARTS(STR(?part), '{BASE}doc/A/RES/71/160#')"
    rows = built.rows(f"SELECT DISTINCT ?part WHERE {{ ?part a ?kind FILTER ({parts_of}) }}")
    parts = {part for (part,) in rows}
    described = {subject for subject, _, _ in triples_of(ask(built, "doc/A/RES/71/160", "text/turtle"))}
    assert len(parts) > 50
    assert {part for part in parts if f"<{part}>" not in described} == set()


def test_whatever_the_store_speaks_of_has_a_page_and_a_description(built: Store) -> None:
    rows = built.rows(f"SELECT DISTINCT ?s WHERE {{ ?s ?p ?o FILTER (STRSTARTS(STR(?s), '{BASE}')) }}")
    kinds: dict[str, list[str]] = {}
    for (iri,) in sorted(rows):
        path = page_path(iri)
        assert path is not None
        kinds.setdefault(path.split("/")[0], []).append(unquote(path.split("#")[0]))
    assert {"doc", "actor", "instrument", "graph"} <= kinds.keys()
    for paths in kinds.values():
        for path in dict.fromkeys((*paths[:3], *paths[-3:])):
            assert (ask(built, path).status, ask(built, path, "text/turtle").status) == (200, 200), path


def test_parts_of_other_things_are_described_too(tmp_path: Path) -> None:
    lines = (
        f"<{BASE}process/p> <http://x/has> <{BASE}process/p#step-1> <http://x/g> .\n",
        f'<{BASE}process/p#step-1> <http://x/name> "first" <http://x/g> .\n',
        f'<{BASE}process/other> <http://x/name> "other" <http://x/g> .\n',
    )
    with Store.create(tmp_path / "store") as store:
        store.add(lines)
        found = triples_of(ask(store, "process/p", "text/turtle"))
    assert (f"<{BASE}process/p#step-1>", "<http://x/name>", '"first"') in found
    assert not any("other" in subject for subject, _, _ in found)


def test_headers(small: Store) -> None:
    page, data = (dict(ask(small, "doc/A/RES/76/270", accept).headers) for accept in (BROWSER, "text/turtle"))
    assert page["Vary"] == data["Vary"] == "Accept, Accept-Language"
    assert '</doc/A/RES/76/270?format=turtle>; rel="alternate"; type="text/turtle"' in page["Link"]
    assert '</doc/A/RES/76/270?format=turtle>; rel="describedby"' in page["Link"]
    assert '</doc/A/RES/76/270?format=html>; rel="alternate"; type="text/html"' in data["Link"]
    assert page["Content-Language"] == "en"
    policy = page["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "unsafe" not in policy


def test_what_is_not_there(small: Store) -> None:
    page, plain = ask(small, "doc/A/RES/76/271"), ask(small, "doc/A/RES/76/271", "text/turtle")
    assert (page.status, plain.status) == (404, 404)
    assert "/doc/A/RES/76/270" in links_of(page), "what is near"
    assert "https://docs.un.org/en/A/RES/76/271" in links_of(page), "where it may be"
    assert plain.body.decode() == "A/RES/76/271 is not in this store; near it: A/RES/76/270, A/RES/72/278, A/RES/60/1\n"
    assert ask(small, "doc/A/RES/76/270", "image/png").status == 406
    versions = links_of(ask(small, "doc/A/RES/76/270/fr"))
    assert {"/doc/A/RES/76/270/zh", "/doc/A/RES/76/270/en"} <= set(versions)


SEARCHES = (
    ("76/270", "/doc/A/RES/76/270", "a number"),
    ("第76/270号决议", "/doc/A/RES/76/270", "a phrase"),
    ("s/2010/490", "/doc/A/65/382", "half of a double symbol"),
    ("开发署", "/actor/undp", "a short name"),
    ("United Nations Development Programme", "/actor/undp", "a name"),
    ("Charter of the United Nations", "/instrument/un-charter", "an instrument"),
)


@pytest.mark.parametrize(("text", "path", "reason"), SEARCHES, ids=[row[2] for row in SEARCHES])
def test_search_leads_straight_to_what_is_meant(small: Store, text: str, path: str, reason: str) -> None:
    reply = ask(small, "search", q=text)
    assert (reply.status, dict(reply.headers).get("Location")) == (302, path), reason


def test_search_lists_what_may_be_meant(small: Store) -> None:
    titles, names = ask(small, "search", q="互动"), ask(small, "search", q="women")
    assert "/doc/A/RES/76/270" in links_of(titles)
    assert "/actor/unwomen" in links_of(names)
    assert "/doc/A/RES/57/32" in links_of(ask(small, "search", q="57")), "a part of a symbol"
    assert "/doc/A/RES/57/32" not in links_of(ask(small, "search", q="5")), "but not a part of a number"
    nothing = ask(small, "search", q="zzzzzz")
    assert nothing.status == 200
    assert "Nothing was found" in text_of(nothing)
    assert "Nothing was found" in text_of(ask(small, "search", q=""))
    assert ask(small, "search", q='"}} . ?s ?p ?o #').status == 200, "a text is a literal, whatever stands in it"


def test_lineage_leads_to_pages_here_and_can_be_saved(built: Store) -> None:
    page = ask(built, "lineage/A/RES/71/160")
    assert "Lineage of A/RES/71/160" in text_of(page)
    assert "/doc/A/73/325" in links_of(page)
    assert "https://docs.un.org/en/A/RES/71/160" in links_of(page), "the official text stays"
    for name, start in (("report", b"<!DOCTYPE html>"), ("markdown", b"# "), ("json", b"{")):
        saved = ask(built, "lineage/A/RES/71/160", format=name)
        assert saved.body.lstrip().startswith(start)
        assert "attachment" in dict(saved.headers)["Content-Disposition"]


def test_vocabulary_has_an_anchor_for_each_term(small: Store) -> None:
    reply = ask(small, "ontology")
    anchors = {attributes.get("id") for _, attributes in tags_of(reply)}
    assert {"cites", "Document", "citedDocument", "held"} <= anchors
    text = text_of(reply)
    assert "recalls" in text
    assert "回顾" in text


def test_pages_speak_both_languages(small: Store) -> None:
    for path in ("doc/A/RES/76/270", "actor/undp", "graph/registry", "doc/A/RES/76/271", "ontology"):
        english, chinese = ask(small, path, language="en"), ask(small, path, language="zh")
        assert b'<html lang="en">' in english.body
        assert b'<html lang="zh-Hans">' in chinese.body
    links = links_of(ask(small, "doc/A/RES/76/270", language="zh", lang="en"))
    assert "/doc/A/79/837?lang=en" in links, "a language that was chosen is kept"
    assert "/doc/A/RES/76/270?lang=zh" in links, "the way to the other language"


def test_links_stand_below_the_root_of_the_server(small: Store) -> None:
    reply = answer(small, Asked("doc/A/RES/76/270", (), BROWSER, "en", root="/graph/"))
    own = [link for link in links_of(reply) if not link.startswith(("https://", "#"))]
    assert own
    assert [link for link in own if not link.startswith("/graph/")] == []


def hostile_document() -> tuple[Extraction, str]:
    source = f"{HOSTILE}回顾第57/32号决议{HOSTILE}\n"
    record = DocumentRecord("A/78/999", ("A/78/999",), "given", "zh", title=HOSTILE, document_type="report-sg")
    words = replace(span(source, "第57/32号决议"), exact=HOSTILE)
    cited = Citation(
        words, "resolution", ("A/RES/57/32",), verb=HOSTILE, pinpoint=HOSTILE, paragraph=HOSTILE, rule="numbered"
    )
    open_one = Citation(
        span(source, "回顾"), "anaphora", name=HOSTILE, reason=HOSTILE, candidates=(HOSTILE,), rule="anaphora"
    )
    return Extraction("A/78/999", f"{HOSTILE}.txt", "ee" * 32, record, (cited, open_one), (), (), ()), source


def test_hostile_texts_stay_texts(tmp_path: Path) -> None:
    with Store.create(tmp_path / "store") as store:
        fill(store, (*EXTRACTIONS, hostile_document()))
        for path in (
            "doc/A/78/999",
            "doc/A/RES/57/32",
            "lineage/A/RES/57/32",
            "search",
            "doc/A/78/998",
            f"doc/{HOSTILE}",
        ):
            reply = ask(store, path, q=HOSTILE)
            tags = tags_of(reply)
            assert {tag for tag, _ in tags} & {"img", "script", "iframe", "object"} == set(), path
            assert [name for _, attributes in tags for name in attributes if name.startswith("on")] == [], path
            assert b"{{ 7*7 }}" in reply.body or path == "doc/A/78/998", "and nothing was computed"
            assert b"49" not in re.sub(rb"\d{3,}|A/\d+/\d+", b"", reply.body) or path.startswith("lineage"), path
        addresses = [link for link in links_of(ask(store, "doc/A/78/999")) if ":" in link.split("?")[0]]
        assert all(link.startswith(("https://docs.un.org/", "/")) for link in addresses)


def test_kinds_are_told_apart() -> None:
    for path, kind in (
        ("doc/A/79/837", Kind.DOCUMENT),
        ("scheme/actor-type/state", Kind.OTHER),
        ("graph/registry", Kind.GRAPH),
    ):
        thing = read_path(path)
        assert thing is not None
        assert thing.kind is kind


def test_words_of_the_pages_are_there_in_both_languages() -> None:
    english, chinese = page_words("en").texts, page_words("zh").texts
    assert english.keys() == chinese.keys()
    for kinds, name in ((ENTITY_TYPES, "actor"), (INSTRUMENT_KINDS, "instrument")):
        assert [kind for kind in sorted(kinds) if f"{name}.{kind}" not in english] == []
