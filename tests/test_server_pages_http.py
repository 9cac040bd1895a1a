"""Pages and descriptions over HTTP, from the real server on loopback."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from server_sample import Served, served
from small_graph import fill

from graph.store import Store

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    path: Path = tmp_path_factory.mktemp("pages") / "store"
    with Store.create(path) as store:
        fill(store, registry=True)
    with served(path, "--workers", "1") as running:
        yield running


ASKED = (
    ("/", BROWSER, 200, "text/html", "the front page"),
    ("/doc/A/RES/76/270", BROWSER, 200, "text/html", "a document for people"),
    ("/doc/A/RES/76/270", "text/turtle", 200, "text/turtle", "for machines"),
    ("/doc/A/RES/76/270", "application/ld+json", 200, "application/ld+json", "in JSON-LD"),
    ("/doc/A/RES/76/270?format=ntriples", BROWSER, 200, "application/n-triples", "by name"),
    ("/doc/A%2FRES%2F76%2F270", BROWSER, 200, "text/html", "with its slashes encoded"),
    ("/doc/" + quote("第76/270号决议"), BROWSER, 302, "text/plain", "as people write it"),
    ("/doc/A/RES/76/271", BROWSER, 404, "text/html", "not known"),
    ("/doc/A/RES/76/271", "text/turtle", 404, "text/plain", "not known, for machines"),
    ("/doc/%ff%fe", BROWSER, 404, "text/html", "no UTF-8"),
    ("/actor/undp", BROWSER, 200, "text/html", "an actor"),
    ("/actor/undp", "application/rdf+xml", 200, "application/rdf+xml", "an actor in RDF/XML"),
    ("/instrument/un-charter", BROWSER, 200, "text/html", "an instrument"),
    ("/graph/A/RES/76/270/zh", "text/turtle", 200, "text/turtle", "a graph"),
    ("/ontology", "text/turtle", 200, "text/turtle", "the vocabulary"),
    ("/lineage/A/RES/76/270", BROWSER, 200, "text/html", "a lineage"),
    ("/view/A/RES/76/270", BROWSER, 200, "text/html", "a picture"),
    ("/search?q=undp", BROWSER, 302, "text/plain", "a search"),
    ("/nothing/at/all", BROWSER, 404, "text/html", "no kind of thing"),
    ("/assets/page.css", "text/css", 200, "text/css", "a style"),
    ("/assets/../pages.py", BROWSER, 404, "text/html", "no way out of the folder"),
    ("/assets/%2e%2e%2fpages.py", BROWSER, 404, "text/html", "not with signs encoded either"),
    ("/example?example=citing&document=76/270", "*/*", 200, "application/sparql-query", "an example"),
    ("/example?example=citing&document=!", "*/*", 400, "text/plain", "an example with a wrong value"),
    ("/example?example=none", "*/*", 404, "text/plain", "no such example"),
)


@pytest.mark.parametrize(("path", "accept", "status", "kind", "reason"), ASKED, ids=[row[4] for row in ASKED])
def test_answers(server: Served, path: str, accept: str, status: int, kind: str, reason: str) -> None:
    reply = server.ask(path, headers={"Accept": accept})
    assert (reply.status, reply.kind) == (status, kind), reason
    assert reply.headers.get("x-content-type-options", "nosniff") == "nosniff"


def test_redirection_is_an_address_in_ascii(server: Served) -> None:
    reply = server.ask("/doc/" + quote("第76/270号决议") + "?lang=zh", headers={"Accept": BROWSER})
    assert reply.headers["location"] == "/doc/A/RES/76/270?lang=zh"


def test_head_tells_what_get_would(server: Served) -> None:
    got, head = (server.ask("/doc/A/RES/76/270", method=method) for method in ("GET", "HEAD"))
    assert head.status == 200
    assert head.body == b""
    same = ("content-type", "content-length", "etag", "link", "vary")
    assert [head.headers.get(name) for name in same] == [got.headers.get(name) for name in same]


def test_what_a_client_has_is_not_sent_again(server: Served) -> None:
    for path in ("/", "/doc/A/RES/76/270", "/assets/front.js"):
        first = server.ask(path)
        second = server.ask(path, headers={"If-None-Match": first.headers["etag"]})
        assert (second.status, second.body) == (304, b""), path


def test_languages(server: Served) -> None:
    for headers, query, language in (({"Accept-Language": "zh-CN"}, "", "zh"), ({}, "", "en"), ({}, "?lang=zh", "zh")):
        for path in ("/", "/doc/A/RES/76/270"):
            reply = server.ask(path + query, headers={"Accept": BROWSER, **headers})
            assert reply.headers["content-language"] == language, (path, headers, query)
            assert "Accept-Language" in reply.headers["vary"]


def test_policies_allow_no_other_host(server: Served) -> None:
    for path in ("/", "/doc/A/RES/76/270", "/ontology", "/search?q=zz"):
        policy = server.ask(path, headers={"Accept": BROWSER}).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "http" not in policy
        assert "frame-ancestors 'none'" in policy


def test_description_of_the_editor_is_kept_by_clients(server: Served) -> None:
    page = server.ask("/", headers={"Accept": BROWSER}).text
    start = page.index("/assets/front.js?v=")
    pinned = server.ask(page[start : page.index('"', start)])
    assert "immutable" in pinned.headers["cache-control"]
    assert server.ask("/assets/front.js?v=other").headers["cache-control"] == "no-cache"


def test_people_who_open_the_endpoint_find_the_editor(server: Served) -> None:
    reply = server.ask("/sparql", headers={"Accept": BROWSER})
    if reply.status in (302, 303, 307):
        reply = server.ask(reply.headers["location"], headers={"Accept": BROWSER})
    assert b'id="query-form"' in reply.body
