"""What click says by itself, in French. It asks gettext, which has no French catalogue for it: here is one.

Only sentences that a person can meet are here; another would be shown as click wrote it.
"""

from __future__ import annotations

import errno

import click.core
import click.decorators
import click.exceptions
import click.formatting
import click.parser
import click.types

_SAID = {
    "Usage:": "Usage :",
    "Options": "Options",
    "Commands": "Commandes",
    "Positional arguments": "Arguments",
    "Show this message and exit.": "Montrer cette aide.",
    "Show the version and exit.": "Dire la version.",
    "%(prog)s, version %(version)s": "%(prog)s, version %(version)s",
    "default: {default}": "par défaut : {default}",
    "Aborted!": "Interrompu.",
    "Error: {message}": "Erreur : {message}",
    "Try '{command} {option}' for help.": "« {command} {option} » donne l'aide.",
    "Missing command.": "Il manque une commande.",
    "Missing argument": "Il manque",
    "Missing option": "Il manque l'option",
    "Missing parameter": "Il manque",
    "Missing parameter: {param_name}": "Il manque {param_name}",
    "No such command {name!r}.": "Commande inconnue : {name}.",
    "No such option {name!r}.": "Option inconnue : {name}.",
    "Did you mean {possibility}?": "Vouliez-vous dire {possibility} ?",
    "(Did you mean one of: {possibilities}?)": "Vouliez-vous dire l'une de : {possibilities} ?",
    "Got unexpected extra argument ({args})": "Argument en trop : {args}",
    "Got unexpected extra arguments ({args})": "Arguments en trop : {args}",
    "Option {name!r} requires an argument.": "L'option {name} demande une valeur.",
    "Option {name!r} does not take a value.": "L'option {name} ne prend pas de valeur.",
    "Invalid value: {message}": "Valeur refusée : {message}",
    "Invalid value for {param_hint}: {message}": "Valeur refusée pour {param_hint} : {message}",
    "Choose from:\n\t{choices}": "Choisissez parmi :\n\t{choices}",
    "{value!r} is not {choice}.": "« {value} » n'est pas {choice}.",
    "{value!r} is not one of {choices}.": "« {value} » n'est pas dans {choices}.",
    "{value!r} does not match the format {format}.": "« {value} » n'a pas la forme {format}.",
    "{value!r} is not a valid {number_type}.": "« {value} » n'est pas un nombre entier.",
    "{value} is not in the range {range}.": "{value} n'est pas dans l'intervalle {range}.",
    "{name} {filename!r} does not exist.": "« {filename} » n'existe pas.",
    "{name} {filename!r} is a file.": "« {filename} » est un fichier.",
    "{name} {filename!r} is a directory.": "« {filename} » est un dossier.",
    "{name} {filename!r} is not readable.": "« {filename} » ne peut être lu.",
    "{name} {filename!r} is not writable.": "« {filename} » ne peut être écrit.",
}
_SYSTEM = {
    errno.ENOENT: "introuvable",
    errno.EACCES: "accès refusé",
    errno.EPERM: "accès refusé",
    errno.EISDIR: "c'est un dossier",
    errno.ENOTDIR: "ce n'est pas un dossier",
    errno.EEXIST: "existe déjà",
    errno.ENOSPC: "plus de place sur le disque",
    errno.EDQUOT: "quota de disque atteint",
    errno.EROFS: "disque en lecture seule",
    errno.EIO: "erreur de lecture ou d'écriture du disque",
    errno.EADDRINUSE: "adresse déjà prise",
    errno.EADDRNOTAVAIL: "cette adresse n'est pas celle de cette machine",
}


def speak_french() -> None:
    """From now on click speaks French. Its modules each hold gettext's functions under these two names."""
    for module in (click.core, click.decorators, click.exceptions, click.formatting, click.parser, click.types):
        spoken: dict[str, object] = vars(module)
        spoken["_"] = _french
        spoken["ngettext"] = _plural


def _french(message: str) -> str:
    return _SAID.get(message, message)


def _plural(one: str, many: str, count: int) -> str:
    return _french(one if count == 1 else many)


def system_words(error: OSError) -> str:
    """What the system refuses, in French: « accès refusé »; its own words for what is rare."""
    return _SYSTEM.get(error.errno or 0, error.strerror or str(error))
