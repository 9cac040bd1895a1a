"""Faults planted for the rules that are queries: those of the shapes, and those between graphs."""

from faults import Edit, expand, plus, renamed, without

from ontology.iri import BASE, COMPUTED_GRAPH, REGISTRY_GRAPH, actor_iri, document_iri, file_iri, graph_iri, scheme_iri

DOC, OTHER, UNSEEN = (f"<{document_iri(key)}>" for key in ("A/RES/76/270", "A/RES/57/32", "A/RES/1/1"))
REPORT = f"<{document_iri('A/79/837')}>"
ADDENDUM = f"<{document_iri('A/79/837/Add.1')}>"
VERSION = f"<{document_iri('A/RES/76/270')}/zh>"
FILE = f"<{file_iri('aa' * 32)}>"
GA, UNDP, UNESCO = (f"<{actor_iri(actor)}>" for actor in ("ga", "undp", "unesco"))
CHARTER = f"<{BASE}instrument/un-charter>"
IN_RESOLUTION = graph_iri("A/RES/76/270", "zh")
IN_REPORT = graph_iri("A/79/837", "zh")
IN_ADDENDUM = graph_iri("A/79/837/Add.1", "zh")
GRAPH = f"<{IN_RESOLUTION}>"
SERIES = f"<{BASE}series/doc/A/RES/57/32>"


def part(kind: str, start: int, end: int, document: str = DOC) -> str:
    return f"{document[:-1]}#zh-{kind}-{start}-{end}>"


def no(one: str, two: str, three: str | None = None) -> Edit:
    """Take out a triple, or all with a subject and a property."""
    return without(lambda s, p, o: (s, p) == (one, expand(two)) and three in (None, o))


def add(one: str, two: str, three: str) -> Edit:
    return plus((one, expand(two), three))


def find(held: tuple[str, ...], kind: str) -> str:
    """Find the first node of a kind."""
    return min(line.split(" ", 1)[0] for line in held if f"#zh-{kind}-" in line.split(" ", 1)[0])


def at(kind: str, two: str, three: str) -> Edit:
    """Say something more of the first node of a kind."""
    return lambda held: add(find(held, kind), two, three)(held)


def lose(kind: str, two: str, three: str | None = None) -> Edit:
    """Say something less of the first node of a kind that says it."""

    def edit(held: tuple[str, ...]) -> tuple[str, ...]:
        said = f"{expand(two)} {three or ''}"
        node = min(line.split(" ", 1)[0] for line in held if f"#zh-{kind}-" in line.split(" ", 1)[0] and said in line)
        return no(node, two, three)(held)

    return edit


def next_step_of_another(held: tuple[str, ...]) -> tuple[str, ...]:
    """Let the first step lead to a step that no process has."""
    step = min(line.split(" ", 1)[0] for line in held if expand("rg:nextStep") in line)
    return add(step, "rg:nextStep", "<http://x/step>")(held)


QUERY_FAULTS: tuple[tuple[str, str, Edit], ...] = (
    # rule, graph, edit
    (
        "evidence-and-selectors-agree",
        IN_RESOLUTION,
        at("evidence-of-mention", "rg:start", '"0"^^' + expand("xsd:integer")),
    ),
    (
        "evidence-and-selectors-agree",
        IN_RESOLUTION,
        at("evidence-of-mention", "rg:end", '"0"^^' + expand("xsd:integer")),
    ),
    ("quotation-has-the-length-of-the-position", IN_RESOLUTION, at("quote", "oa:exact", '"x"')),
    ("evidence-in-the-language-of-the-version", IN_RESOLUTION, at("evidence-of-mention", "rg:exact", '"words"@en')),
    ("evidence-in-the-language-of-the-version", IN_RESOLUTION, at("evidence-of-mention", "rg:sentence", '"all"@en')),
    ("part-is-named-after-its-place", IN_RESOLUTION, at("evidence-of-mention", "oa:hasBody", part("mention", 1, 2))),
    ("part-is-named-after-its-place", IN_RESOLUTION, at("evidence-of-mention", "oa:hasTarget", part("words", 1, 2))),
    ("selector-is-named-after-its-place", IN_RESOLUTION, renamed("#zh-quote-", "#zh-quotation-")),
    ("words-stand-in-the-file-of-the-graph", IN_RESOLUTION, at("words", "oa:hasSource", "<http://x/file>")),
    ("part-is-in-the-graph", IN_RESOLUTION, at("finding", "rg:againstCitation", part("citation", 1, 2))),
    ("graph-holds-one-version", IN_RESOLUTION, add("<http://x/version>", "rdf:type", expand("rg:LanguageVersion"))),
    ("graph-holds-one-version", IN_RESOLUTION, add("<http://x/graph>", "rdf:type", expand("prov:Bundle"))),
    ("graph-holds-one-version", IN_RESOLUTION, no(VERSION, "rdf:type")),
    ("graph-holds-one-version", IN_RESOLUTION, no(GRAPH, "prov:wasDerivedFrom")),
    ("graph-is-named-after-its-version", IN_RESOLUTION, renamed(VERSION, f"{UNSEEN[:-1]}/zh>")),
    ("version-is-named-after-its-document", IN_RESOLUTION, renamed(VERSION, f"{UNSEEN[:-1]}/zh>")),
    ("version-and-graph-have-one-file", IN_RESOLUTION, add(VERSION, "fabio:hasRepresentation", "<http://x/file>")),
    ("file-is-named-after-its-digest", IN_RESOLUTION, add(FILE, "rg:sourceDigest", f'"{"0" * 64}"')),
    ("software-is-that-of-the-version", IN_RESOLUTION, add(GRAPH, "prov:wasAttributedTo", f"<{BASE}software/2>")),
    ("both-languages-are-one", IN_RESOLUTION, add(VERSION, "rg:language", '"en"')),
    ("both-languages-are-one", IN_RESOLUTION, no(DOC, "rg:language")),
    ("document-is-named-after-its-symbol", IN_RESOLUTION, renamed('symbol> "A/RES/57/32"', 'symbol> "A/RES/57/33"')),
    ("document-has-the-class-of-its-type", IN_RESOLUTION, renamed('Type> "resolution"', 'Type> "letter"')),
    ("document-has-the-class-of-its-type", IN_RESOLUTION, renamed('Type> "resolution"', 'Type> "report-other"')),
    ("only-the-document-of-the-graph-speaks", IN_RESOLUTION, add(OTHER, "dcterms:title", '"title"@en')),
    ("described-document-is-named", IN_RESOLUTION, add(UNSEEN, "rdf:type", expand("rg:Document"))),
    ("addendum-correction-and-revision-are-versions", IN_ADDENDUM, no(ADDENDUM, "rg:versionOf")),
    ("citation-has-its-edge", IN_RESOLUTION, no(DOC, "rg:recalls", OTHER)),
    ("citation-has-its-edge", IN_RESOLUTION, no(DOC, "rg:cites", OTHER)),
    ("instrument-has-its-edge", IN_ADDENDUM, no(ADDENDUM, "rg:recalls", CHARTER)),
    ("instrument-has-its-edge", IN_ADDENDUM, no(ADDENDUM, "rg:cites", CHARTER)),
    ("edge-has-its-citation", IN_RESOLUTION, add(DOC, "rg:notes", OTHER)),
    ("edge-has-its-citation", IN_RESOLUTION, add(DOC, "rg:cites", DOC)),
    ("link-has-its-edge", IN_RESOLUTION, no(DOC, "rg:links")),
    ("links-have-their-citation", IN_RESOLUTION, add(DOC, "rg:links", OTHER)),
    ("answer-has-its-citation", IN_REPORT, add(REPORT, "rg:answers", OTHER)),
    ("citation-and-relation-agree", IN_RESOLUTION, lose("citation", "rdf:type", expand("undo:Relation"))),
    ("citation-and-relation-agree", IN_RESOLUTION, at("citation", "undo:hasProponent", OTHER)),
    ("citation-and-relation-agree", IN_RESOLUTION, at("citation", "undo:hasSemantics", expand("rg:decides"))),
    ("citation-and-relation-agree", IN_RESOLUTION, at("citation", "undo:hasReceiver", UNSEEN)),
    ("portion-is-of-what-is-cited", IN_ADDENDUM, add(f"{CHARTER[:-1]}#article-1>", "rg:portionOf", OTHER)),
    ("portion-is-of-what-is-cited", IN_ADDENDUM, renamed(f"> {CHARTER}", f"> {OTHER}")),
    ("part-stands-in-the-document-of-the-graph", IN_RESOLUTION, at("mention", "rg:inDocument", OTHER)),
    ("mandate-has-its-edge", IN_RESOLUTION, no(DOC, "rg:asks", UNDP)),
    ("mandate-has-its-edge", IN_RESOLUTION, lose("mandate", "rg:relation")),
    ("asks-has-its-mandate", IN_RESOLUTION, add(DOC, "rg:asks", UNESCO)),
    ("relation-belongs", IN_RESOLUTION, add("<http://x/relation>", "rdf:type", expand("undo:Relation"))),
    ("mandate-and-relation-agree", IN_RESOLUTION, at("relation", "undo:hasReceiver", UNESCO)),
    ("mandate-and-relation-agree", IN_RESOLUTION, at("relation", "undo:hasProponent", OTHER)),
    ("activity-has-its-edges", IN_REPORT, no(UNDP, "rg:actsWith", UNESCO)),
    ("acts-with-has-its-activity", IN_REPORT, add(UNDP, "rg:actsWith", GA)),
    ("year-is-within-the-time", IN_REPORT, at("activity", "rg:year", '"2021"^^' + expand("xsd:gYear"))),
    ("year-is-within-the-time", IN_REPORT, at("activity", "rg:year", '"2024"^^' + expand("xsd:gYear"))),
    ("year-is-within-the-time", IN_REPORT, lose("activity", "rg:time")),
    ("mention-has-its-edge", IN_RESOLUTION, no(DOC, "rg:mentions", UNDP)),
    ("mentions-has-its-mention", IN_RESOLUTION, add(DOC, "rg:mentions", UNESCO)),
    ("actor-has-the-class-of-its-type", REGISTRY_GRAPH, no(UNDP, "rdf:type", expand("org:OrganizationalUnit"))),
    ("actor-has-the-class-of-its-type", REGISTRY_GRAPH, add(UNDP, "rdf:type", expand("org:Post"))),
    ("instrument-has-the-class-of-its-kind", REGISTRY_GRAPH, no(CHARTER, "rdf:type", expand("undo:Charter"))),
    ("instrument-has-the-class-of-its-kind", REGISTRY_GRAPH, add(CHARTER, "rdf:type", expand("undo:Treaty"))),
    ("parent-is-tied-as-the-type-says", REGISTRY_GRAPH, no(UNDP, "org:subOrganizationOf")),
    ("listed-thing-has-english-and-chinese-names", REGISTRY_GRAPH, renamed('"sponsor"@en', '"sponsor"@fr')),
    ("listed-thing-has-english-and-chinese-names", REGISTRY_GRAPH, no(UNDP, "skos:prefLabel")),
    ("concept-has-a-notation", REGISTRY_GRAPH, no(f"<{scheme_iri('actor-type', 'igo')}>", "skos:notation")),
    ("notation-is-unique", REGISTRY_GRAPH, add(f"<{scheme_iri('actor-type', 'igo')}>", "skos:notation", '"ngo"')),
    ("interval-is-named-after-its-dates", COMPUTED_GRAPH, add(f"<{BASE}interval/2025-03-25/..>", "rg:until", '"2026"')),
    (
        "interval-does-not-end-before-it-begins",
        COMPUTED_GRAPH,
        add(
            f"<{BASE}interval/2025-03-25/..>",
            "ti:hasIntervalEndDate",
            f'"2001-01-01T00:00:00"^^{expand("xsd:dateTime")}',
        ),
    ),
    ("member-and-series-agree", COMPUTED_GRAPH, add(SERIES, "rg:hasMember", UNSEEN)),
    ("member-and-series-agree", COMPUTED_GRAPH, no(SERIES, "rg:hasMember", OTHER)),
    ("expected-member-has-no-document", COMPUTED_GRAPH, add(f"{SERIES[:-1]}#member-2>", "rg:member", OTHER)),
    ("expected-member-has-no-document", COMPUTED_GRAPH, no(f"{SERIES[:-1]}#member-1>", "rg:member")),
    (
        "place-is-taken-once",
        COMPUTED_GRAPH,
        add(f"{SERIES[:-1]}#member-2>", "rg:order", f'"1"^^{expand("xsd:integer")}'),
    ),
    ("what-is-not-held-is-inferred", COMPUTED_GRAPH, no(f"{SERIES[:-1]}#member-1>", "rg:inferred")),
    (
        "what-is-not-held-is-inferred",
        COMPUTED_GRAPH,
        add(f"{SERIES[:-1]}#member-3>", "rg:inferred", f'"true"^^{expand("xsd:boolean")}'),
    ),
    ("next-step-is-of-the-same-process", COMPUTED_GRAPH, next_step_of_another),
)
