"""Accounts: ``casetrack user``."""

from __future__ import annotations

import click

from casetrack.accounts import Accounts, open_accounts
from casetrack.casebook import SYSTEM, Casebook
from casetrack.cli.common import opened
from casetrack.mailing import link_address
from casetrack.model import UserRole
from casetrack.settings import Settings

ROLES = [role.value for role in UserRole]


def accounts_of(casebook: Casebook, settings: Settings) -> Accounts:
    """The accounts of this home, with the secret that signs its links."""
    return open_accounts(casebook.store, settings.home)


@click.group(subcommand_metavar="COMMANDE [ARGUMENTS]...")
def user() -> None:
    """Les comptes de ceux qui se connectent."""


@user.command("add")
@click.argument("email", metavar="ADRESSE")
@click.option("--name", metavar="NOM", default="", help="Nom montré (sinon l'adresse).")
@click.option("--role", type=click.Choice(ROLES), default="lecteur")
@click.option(
    "--password", metavar="MOT", default=None, help="Mot de passe ; sans lui, un lien à usage unique est donné."
)
def add(email: str, name: str, role: str, password: str | None) -> None:
    """Ouvrir un compte.

    \b
    Exemple :
      casetrack user add ana@asso.example --name Ana --role administrateur
    """
    with opened() as casebook:
        accounts = accounts_of(casebook, casebook.settings)
        account = accounts.create(email=email, name=name or email, role=UserRole(role), password=password)
        click.echo(f"Compte ouvert : {account.email} ({account.role.value}).")
        if password is None:
            _say_link(accounts, account.id, casebook.settings)


def _say_link(accounts: Accounts, user_id: int, settings: Settings) -> None:
    address = link_address(settings, accounts.make_link(user_id))
    click.echo(f"Lien pour choisir le mot de passe (3 jours) : {address}")


@user.command("link")
@click.argument("user_id", metavar="NUMÉRO", type=int)
def link(user_id: int) -> None:
    """Donner un lien à usage unique pour choisir un mot de passe."""
    with opened() as casebook:
        _say_link(accounts_of(casebook, casebook.settings), user_id, casebook.settings)


@user.command("list")
def list_users() -> None:
    """Dire qui a un compte."""
    with opened() as casebook:
        for account in accounts_of(casebook, casebook.settings).list():
            state = (" (deux étapes)" if account.has_two_steps else "") + ("" if account.is_active else " (fermé)")
            click.echo(f"{account.id}\t{account.email}\t{account.role.value}{state}")


@user.command("role")
@click.argument("user_id", metavar="NUMÉRO", type=int)
@click.argument("role", metavar="RÔLE", type=click.Choice(ROLES))
def set_role(user_id: int, role: str) -> None:
    """Changer le rôle d'un compte."""
    with opened() as casebook:
        accounts_of(casebook, casebook.settings).set_role(user_id, UserRole(role))
        click.echo("Rôle changé.")


@user.command("one-step")
@click.argument("user_id", metavar="NUMÉRO", type=int)
def one_step(user_id: int) -> None:
    """Retirer la seconde étape de connexion d'un compte qui a perdu ses codes.

    \b
    Exemple :
      casetrack user one-step 3
    """
    with opened() as casebook:
        accounts_of(casebook, casebook.settings).remove_two_steps(user_id, by=SYSTEM)
        click.echo("Seconde étape retirée : le mot de passe suffit de nouveau.")


COMMANDS = (user,)
