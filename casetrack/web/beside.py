"""A page of the original as a picture, beside the text read in it."""

from __future__ import annotations

from flask import Blueprint, Response, make_response, request

from casetrack.casebook.pictures import drawable, picture
from casetrack.web.context import casebook, viewer
from casetrack.web.security import limiter

pages = Blueprint("beside", __name__)


@pages.get("/documents/<int:document_id>/pages/<int:number>.png")
@limiter.limit("240 per minute")
def page(document_id: int, number: int) -> Response:
    """PNG of one page, for whoever may have the original. The browser keeps it and asks each time if it still may."""
    sha256 = drawable(casebook(), document_id, number, viewer=viewer())
    mark = f"{sha256}-{number}"
    if request.if_none_match.contains(mark):
        response = make_response(b"", 304)
    else:
        response = make_response(picture(casebook(), sha256, number))
        response.headers["Content-Type"] = "image/png"
    response.set_etag(mark)
    response.headers["Cache-Control"] = "private, no-cache"
    return response
