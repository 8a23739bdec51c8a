"""The home page."""

from __future__ import annotations

from flask import Blueprint, render_template

from casetrack.web import timelines
from casetrack.web.context import casebook, viewer

pages = Blueprint("home", __name__)


@pages.get("/")
def home() -> str:
    """What is followed, what happened lately, and where to begin."""
    everything = casebook().timeline(everything=True, viewer=viewer())
    told = timelines.tell(everything, timelines.asked("affaire"), rows=3)
    return render_template("home/home.html", home=casebook().home(viewer=viewer()), told=told)
