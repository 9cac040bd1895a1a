"""``resograph symbol``: what a document symbol says."""

import json

import click

from graph.cli.console import deliver, format_option

__all__ = ["symbol"]


@click.command(short_help="Explain a document symbol.")
@click.argument("typed", metavar="SYMBOL")
@format_option("text", "json")
def symbol(typed: str, form: str) -> None:
    """Say how a symbol, number, phrase or link is understood, and what the symbol tells.

    \b
    Example:
      resograph symbol 第76/270号决议
    """
    from ontology.symbol_input import understand
    from ontology.symbol_links import link

    understood = understand(typed)
    found = [
        {
            "symbol": str(each),
            "organ": each.organ,
            "body": each.body,
            "session": each.session,
            "year": each.year,
            "series": each.series,
            "type": each.document_type,
            "draft": each.is_draft,
            "amends": str(each.amends) if each.amends else None,
            "link": None if each.minted or each.is_sales_number else link(each, "zh"),
        }
        for each in understood.symbols
    ]
    if form == "json":
        deliver(
            json.dumps({"typed": typed, "form": understood.form, "symbols": found}, ensure_ascii=False, indent=1)
            + "\n",
            None,
        )
        return
    others = ", ".join(map(str, understood.alternatives))
    lines = [f"{typed}: {understood.form}", *filter(None, (understood.note, others and f"it may also mean {others}"))]
    for each in found:
        lines += [f"{name:>8}  {value}" for name, value in each.items() if value not in (None, False)]
    deliver("\n".join(lines) + "\n", None)
