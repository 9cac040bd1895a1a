"""The terms of the vocabulary as constants, written by ``python -m ontology.vocabulary_code``."""

from collections.abc import Mapping

NAMESPACE = "https://w3id.org/resograph/ontology#"
"""The IRI with which each term begins."""

CLASS_ACTIVITY = NAMESPACE + "Activity"
CLASS_ACTOR = NAMESPACE + "Actor"
CLASS_ADMINISTRATIVE_INSTRUCTION = NAMESPACE + "AdministrativeInstruction"
CLASS_ADMINISTRATIVE_ISSUANCE = NAMESPACE + "AdministrativeIssuance"
CLASS_AGENDA_PAPER = NAMESPACE + "AgendaPaper"
CLASS_BACKGROUND_PAPER = NAMESPACE + "BackgroundPaper"
CLASS_BULLETIN = NAMESPACE + "Bulletin"
CLASS_CITATION = NAMESPACE + "Citation"
CLASS_COMMITTEE_REPORT = NAMESPACE + "CommitteeReport"
CLASS_CONCLUDING_OBSERVATIONS = NAMESPACE + "ConcludingObservations"
CLASS_CONFERENCE_ROOM_PAPER = NAMESPACE + "ConferenceRoomPaper"
CLASS_DECISION = NAMESPACE + "Decision"
CLASS_DOCUMENT = NAMESPACE + "Document"
CLASS_DRAFT = NAMESPACE + "Draft"
CLASS_DRAFT_AMENDMENT = NAMESPACE + "DraftAmendment"
CLASS_DRAFT_DECISION = NAMESPACE + "DraftDecision"
CLASS_DRAFT_RESOLUTION = NAMESPACE + "DraftResolution"
CLASS_EVIDENCE = NAMESPACE + "Evidence"
CLASS_EXPERT_REPORT = NAMESPACE + "ExpertReport"
CLASS_FINDING = NAMESPACE + "Finding"
CLASS_GENERAL_COMMENT = NAMESPACE + "GeneralComment"
CLASS_INFORMATION_CIRCULAR = NAMESPACE + "InformationCircular"
CLASS_INFORMATION_PAPER = NAMESPACE + "InformationPaper"
CLASS_INSTRUMENT = NAMESPACE + "Instrument"
CLASS_INTERVAL = NAMESPACE + "Interval"
CLASS_LANGUAGE_VERSION = NAMESPACE + "LanguageVersion"
CLASS_LETTER = NAMESPACE + "Letter"
CLASS_LIST_OF_ISSUES = NAMESPACE + "ListOfIssues"
CLASS_MANDATE = NAMESPACE + "Mandate"
CLASS_MEASURE = NAMESPACE + "Measure"
CLASS_MEETING_RECORD = NAMESPACE + "MeetingRecord"
CLASS_MEMORANDUM = NAMESPACE + "Memorandum"
CLASS_MENTION = NAMESPACE + "Mention"
CLASS_NATIONAL_REPORT = NAMESPACE + "NationalReport"
CLASS_NOTE = NAMESPACE + "Note"
CLASS_NOTE_VERBALE = NAMESPACE + "NoteVerbale"
CLASS_ORGANIZATION_STATEMENT = NAMESPACE + "OrganizationStatement"
CLASS_PETITION = NAMESPACE + "Petition"
CLASS_PORTION = NAMESPACE + "Portion"
CLASS_PRESIDENTIAL_STATEMENT = NAMESPACE + "PresidentialStatement"
CLASS_PROCESS = NAMESPACE + "Process"
CLASS_PUBLICATION = NAMESPACE + "Publication"
CLASS_REPORT = NAMESPACE + "Report"
CLASS_RESOLUTION = NAMESPACE + "Resolution"
CLASS_ROLE_IN_TIME = NAMESPACE + "RoleInTime"
CLASS_SECRETARY_GENERAL_REPORT = NAMESPACE + "SecretaryGeneralReport"
CLASS_SERIES = NAMESPACE + "Series"
CLASS_SERIES_MEMBER = NAMESPACE + "SeriesMember"
CLASS_SOURCE_FILE = NAMESPACE + "SourceFile"
CLASS_STATUS_IN_TIME = NAMESPACE + "StatusInTime"
CLASS_STEP = NAMESPACE + "Step"
CLASS_SUMMARY_RECORD = NAMESPACE + "SummaryRecord"
CLASS_TECHNICAL_PAPER = NAMESPACE + "TechnicalPaper"
CLASS_VERBATIM_RECORD = NAMESPACE + "VerbatimRecord"
CLASS_WORKING_PAPER = NAMESPACE + "WorkingPaper"

ABOUT_CITATION = NAMESPACE + "aboutCitation"
ACTIVITY_KIND = NAMESPACE + "activityKind"
ACTOR = NAMESPACE + "actor"
ACTOR_TYPE = NAMESPACE + "actorType"
ACTS_WITH = NAMESPACE + "actsWith"
ADDRESSEE = NAMESPACE + "addressee"
ADDS_TO = NAMESPACE + "addsTo"
ADOPTED_BY = NAMESPACE + "adoptedBy"
ADOPTS = NAMESPACE + "adopts"
AGAINST_CITATION = NAMESPACE + "againstCitation"
AGENDA_ITEM = NAMESPACE + "agendaItem"
ALLOWED_TIME = NAMESPACE + "allowedTime"
AMENDS = NAMESPACE + "amends"
ANSWERS = NAMESPACE + "answers"
ASKS = NAMESPACE + "asks"
ASKS_REPORT = NAMESPACE + "asksReport"
AUTHOR = NAMESPACE + "author"
BODY = NAMESPACE + "body"
CANDIDATE = NAMESPACE + "candidate"
CANDIDATE_ACTOR = NAMESPACE + "candidateActor"
CITED_DATE = NAMESPACE + "citedDate"
CITED_DOCUMENT = NAMESPACE + "citedDocument"
CITED_INSTRUMENT = NAMESPACE + "citedInstrument"
CITED_NAME = NAMESPACE + "citedName"
CITED_PORTION = NAMESPACE + "citedPortion"
CITES = NAMESPACE + "cites"
CITING_DOCUMENT = NAMESPACE + "citingDocument"
CITING_DOCUMENTS = NAMESPACE + "citingDocuments"
COMES_FROM = NAMESPACE + "comesFrom"
COMMITTEE = NAMESPACE + "committee"
COMPUTED_FROM = NAMESPACE + "computedFrom"
CONCERNS = NAMESPACE + "concerns"
CONFIDENCE = NAMESPACE + "confidence"
CONTINUES = NAMESPACE + "continues"
CORRECTS = NAMESPACE + "corrects"
DAYS = NAMESPACE + "days"
DECIDES = NAMESPACE + "decides"
DEFINES = NAMESPACE + "defines"
DOCUMENT_TYPE = NAMESPACE + "documentType"
DUE = NAMESPACE + "due"
DUE_BODY = NAMESPACE + "dueBody"
END = NAMESPACE + "end"
ENDORSES = NAMESPACE + "endorses"
EVIDENCE = NAMESPACE + "evidence"
EXACT = NAMESPACE + "exact"
EXTRACTOR_VERSION = NAMESPACE + "extractorVersion"
FINDING_KIND = NAMESPACE + "findingKind"
FOOTNOTE = NAMESPACE + "footnote"
FORM = NAMESPACE + "form"
FOUNDED_BY = NAMESPACE + "foundedBy"
FROM = NAMESPACE + "from"
FUNCTION = NAMESPACE + "function"
HAS_MEMBER = NAMESPACE + "hasMember"
HAS_STEP = NAMESPACE + "hasStep"
HEADING = NAMESPACE + "heading"
HELD = NAMESPACE + "held"
HOST = NAMESPACE + "host"
IMPLEMENTS = NAMESPACE + "implements"
IN_DOCUMENT = NAMESPACE + "inDocument"
IN_SERIES = NAMESPACE + "inSeries"
IN_STATE = NAMESPACE + "inState"
INFERRED = NAMESPACE + "inferred"
INSTRUMENT_KIND = NAMESPACE + "instrumentKind"
ISO3 = NAMESPACE + "iso3"
ISSUER = NAMESPACE + "issuer"
JOINT_WITH = NAMESPACE + "jointWith"
KIND = NAMESPACE + "kind"
LANGUAGE = NAMESPACE + "language"
LEAD = NAMESPACE + "lead"
LINKS = NAMESPACE + "links"
LOCATION = NAMESPACE + "location"
M49 = NAMESPACE + "m49"
MEASURE_OF = NAMESPACE + "measureOf"
MEETING = NAMESPACE + "meeting"
MEMBER = NAMESPACE + "member"
MEMBER_STATE = NAMESPACE + "memberState"
MENTIONS = NAMESPACE + "mentions"
MODALITY = NAMESPACE + "modality"
MODELLED_AS = NAMESPACE + "modelledAs"
NEXT_STEP = NAMESPACE + "nextStep"
NOTES = NAMESPACE + "notes"
ORDER = NAMESPACE + "order"
OTHER_SYMBOL = NAMESPACE + "otherSymbol"
PARAGRAPH = NAMESPACE + "paragraph"
PARENT = NAMESPACE + "parent"
PARENT_MODELLED_AS = NAMESPACE + "parentModelledAs"
PART = NAMESPACE + "part"
PARTICIPANT = NAMESPACE + "participant"
PARTNER = NAMESPACE + "partner"
PINPOINT = NAMESPACE + "pinpoint"
PLACE = NAMESPACE + "place"
PORTION_OF = NAMESPACE + "portionOf"
PROCESS_KIND = NAMESPACE + "processKind"
PRODUCES = NAMESPACE + "produces"
PURSUANT_TO = NAMESPACE + "pursuantTo"
REAFFIRMS = NAMESPACE + "reaffirms"
REASON = NAMESPACE + "reason"
RECALLS = NAMESPACE + "recalls"
RECIPIENT = NAMESPACE + "recipient"
RECOMMENDED_IN = NAMESPACE + "recommendedIn"
RELATION = NAMESPACE + "relation"
REQUESTED_BY = NAMESPACE + "requestedBy"
RESULT = NAMESPACE + "result"
REVISES = NAMESPACE + "revises"
RHYTHM = NAMESPACE + "rhythm"
ROLE = NAMESPACE + "role"
RULE = NAMESPACE + "rule"
SAID_DATE = NAMESPACE + "saidDate"
SAID_SYMBOL = NAMESPACE + "saidSymbol"
SEES = NAMESPACE + "sees"
SENTENCE = NAMESPACE + "sentence"
SERIES_BODY = NAMESPACE + "seriesBody"
SESSION = NAMESPACE + "session"
SOURCE_DIGEST = NAMESPACE + "sourceDigest"
SOURCE_NAME = NAMESPACE + "sourceName"
SPONSOR = NAMESPACE + "sponsor"
START = NAMESPACE + "start"
STEP_TYPE = NAMESPACE + "stepType"
SUPPORTER = NAMESPACE + "supporter"
SYMBOL = NAMESPACE + "symbol"
SYMBOL_CONFIDENCE = NAMESPACE + "symbolConfidence"
SYMBOL_CONFLICT = NAMESPACE + "symbolConflict"
SYMBOL_SERIES = NAMESPACE + "symbolSeries"
SYMBOL_SOURCE = NAMESPACE + "symbolSource"
TERM = NAMESPACE + "term"
TEXT_IN = NAMESPACE + "textIn"
TIME = NAMESPACE + "time"
TOP_HUNDREDTH = NAMESPACE + "topHundredth"
UNTIL = NAMESPACE + "until"
VALID_FROM = NAMESPACE + "validFrom"
VALID_TO = NAMESPACE + "validTo"
VERB = NAMESPACE + "verb"
VERSION_OF = NAMESPACE + "versionOf"
WELCOMES = NAMESPACE + "welcomes"
WHAT = NAMESPACE + "what"
YEAR = NAMESPACE + "year"

CLASSES = frozenset(
    {
        "Activity",
        "Actor",
        "AdministrativeInstruction",
        "AdministrativeIssuance",
        "AgendaPaper",
        "BackgroundPaper",
        "Bulletin",
        "Citation",
        "CommitteeReport",
        "ConcludingObservations",
        "ConferenceRoomPaper",
        "Decision",
        "Document",
        "Draft",
        "DraftAmendment",
        "DraftDecision",
        "DraftResolution",
        "Evidence",
        "ExpertReport",
        "Finding",
        "GeneralComment",
        "InformationCircular",
        "InformationPaper",
        "Instrument",
        "Interval",
        "LanguageVersion",
        "Letter",
        "ListOfIssues",
        "Mandate",
        "Measure",
        "MeetingRecord",
        "Memorandum",
        "Mention",
        "NationalReport",
        "Note",
        "NoteVerbale",
        "OrganizationStatement",
        "Petition",
        "Portion",
        "PresidentialStatement",
        "Process",
        "Publication",
        "Report",
        "Resolution",
        "RoleInTime",
        "SecretaryGeneralReport",
        "Series",
        "SeriesMember",
        "SourceFile",
        "StatusInTime",
        "Step",
        "SummaryRecord",
        "TechnicalPaper",
        "VerbatimRecord",
        "WorkingPaper",
    }
)
"""The local names of the classes."""

PROPERTIES = frozenset(
    {
        "aboutCitation",
        "activityKind",
        "actor",
        "actorType",
        "actsWith",
        "addressee",
        "addsTo",
        "adoptedBy",
        "adopts",
        "againstCitation",
        "agendaItem",
        "allowedTime",
        "amends",
        "answers",
        "asks",
        "asksReport",
        "author",
        "body",
        "candidate",
        "candidateActor",
        "citedDate",
        "citedDocument",
        "citedInstrument",
        "citedName",
        "citedPortion",
        "cites",
        "citingDocument",
        "citingDocuments",
        "comesFrom",
        "committee",
        "computedFrom",
        "concerns",
        "confidence",
        "continues",
        "corrects",
        "days",
        "decides",
        "defines",
        "documentType",
        "due",
        "dueBody",
        "end",
        "endorses",
        "evidence",
        "exact",
        "extractorVersion",
        "findingKind",
        "footnote",
        "form",
        "foundedBy",
        "from",
        "function",
        "hasMember",
        "hasStep",
        "heading",
        "held",
        "host",
        "implements",
        "inDocument",
        "inSeries",
        "inState",
        "inferred",
        "instrumentKind",
        "iso3",
        "issuer",
        "jointWith",
        "kind",
        "language",
        "lead",
        "links",
        "location",
        "m49",
        "measureOf",
        "meeting",
        "member",
        "memberState",
        "mentions",
        "modality",
        "modelledAs",
        "nextStep",
        "notes",
        "order",
        "otherSymbol",
        "paragraph",
        "parent",
        "parentModelledAs",
        "part",
        "participant",
        "partner",
        "pinpoint",
        "place",
        "portionOf",
        "processKind",
        "produces",
        "pursuantTo",
        "reaffirms",
        "reason",
        "recalls",
        "recipient",
        "recommendedIn",
        "relation",
        "requestedBy",
        "result",
        "revises",
        "rhythm",
        "role",
        "rule",
        "saidDate",
        "saidSymbol",
        "sees",
        "sentence",
        "seriesBody",
        "session",
        "sourceDigest",
        "sourceName",
        "sponsor",
        "start",
        "stepType",
        "supporter",
        "symbol",
        "symbolConfidence",
        "symbolConflict",
        "symbolSeries",
        "symbolSource",
        "term",
        "textIn",
        "time",
        "topHundredth",
        "until",
        "validFrom",
        "validTo",
        "verb",
        "versionOf",
        "welcomes",
        "what",
        "year",
    }
)
"""The local names of the properties."""

FUNCTIONS: Mapping[str, str] = {
    "adopts": ADOPTS,
    "amends": AMENDS,
    "cites": CITES,
    "decides": DECIDES,
    "endorses": ENDORSES,
    "implements": IMPLEMENTS,
    "notes": NOTES,
    "pursuant-to": PURSUANT_TO,
    "reaffirms": REAFFIRMS,
    "recalls": RECALLS,
    "requested-by": REQUESTED_BY,
    "sees": SEES,
    "welcomes": WELCOMES,
}
"""Function of a citation to its property."""

DOCUMENT_CLASSES: Mapping[str, str] = {
    "administrative-instruction": CLASS_ADMINISTRATIVE_INSTRUCTION,
    "agenda": CLASS_AGENDA_PAPER,
    "background-paper": CLASS_BACKGROUND_PAPER,
    "bulletin": CLASS_BULLETIN,
    "concluding-observations": CLASS_CONCLUDING_OBSERVATIONS,
    "conference-room-paper": CLASS_CONFERENCE_ROOM_PAPER,
    "decision": CLASS_DECISION,
    "draft": CLASS_DRAFT,
    "draft-amendment": CLASS_DRAFT_AMENDMENT,
    "draft-decision": CLASS_DRAFT_DECISION,
    "draft-resolution": CLASS_DRAFT_RESOLUTION,
    "general-comment": CLASS_GENERAL_COMMENT,
    "information": CLASS_INFORMATION_PAPER,
    "information-circular": CLASS_INFORMATION_CIRCULAR,
    "letter": CLASS_LETTER,
    "list-of-issues": CLASS_LIST_OF_ISSUES,
    "memorandum": CLASS_MEMORANDUM,
    "national-report": CLASS_NATIONAL_REPORT,
    "ngo-statement": CLASS_ORGANIZATION_STATEMENT,
    "note": CLASS_NOTE,
    "note-verbale": CLASS_NOTE_VERBALE,
    "petition": CLASS_PETITION,
    "presidential-statement": CLASS_PRESIDENTIAL_STATEMENT,
    "publication": CLASS_PUBLICATION,
    "report": CLASS_REPORT,
    "report-committee": CLASS_COMMITTEE_REPORT,
    "report-expert": CLASS_EXPERT_REPORT,
    "report-sg": CLASS_SECRETARY_GENERAL_REPORT,
    "resolution": CLASS_RESOLUTION,
    "summary-record": CLASS_SUMMARY_RECORD,
    "technical-paper": CLASS_TECHNICAL_PAPER,
    "verbatim-record": CLASS_VERBATIM_RECORD,
    "working-paper": CLASS_WORKING_PAPER,
}
"""Type of a document to its class."""
