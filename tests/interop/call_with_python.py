"""Calls a running line as Twilio would, signed by Twilio's own Python library.

Reads one JSON object from standard input. It has the "port" of the line on this machine, the "publicUrl" for which
requests are signed, a "token", a "wrongToken", and the "parameters" of every request. Prints one JSON object per
exchange, with "step", "path", "status", "type" and "body".
"""

import http.client
import json
import sys
import urllib.parse
import xml.etree.ElementTree as ElementTree

from twilio.request_validator import RequestValidator

settings = json.load(sys.stdin)
public_url = settings["publicUrl"]


def exchange(step, path, more=None, token=settings["token"]):
    """Posts one signed webhook, prints what came back, and returns the body."""
    parameters = {**settings["parameters"], **(more or {})}
    signature = RequestValidator(token).compute_signature(public_url + path, parameters)
    connection = http.client.HTTPConnection("localhost", settings["port"], timeout=60)
    connection.request(
        "POST",
        path,
        urllib.parse.urlencode(parameters),
        {
            "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8",
            "X-Twilio-Signature": signature,
            "User-Agent": "TwilioProxy/1.1",
        },
    )
    response = connection.getresponse()
    body = response.read().decode()
    connection.close()
    report = {"step": step, "path": path, "status": response.status, "type": response.getheader("Content-Type")}
    print(json.dumps({**report, "body": body}))
    return body


def action_of(twiml):
    """Returns the path at which the document continues the call."""
    address = ElementTree.fromstring(twiml).find(".//*[@action]").get("action")
    if not address.startswith(public_url):
        raise ValueError(f"This action leads elsewhere: {address}")
    return address[len(public_url):]


def whisper_of(twiml):
    """Returns the path of the whisper, or None if the document dials nobody."""
    number = ElementTree.fromstring(twiml).find("./Dial/Number")
    return None if number is None else number.get("url")[len(public_url):]


exchange("wrong token", "/twilio/voice", token=settings["wrongToken"])
languages = exchange("voice", "/twilio/voice")
exchange("wrong token on a turn", action_of(languages), {"Digits": "1"}, settings["wrongToken"])
topics = exchange("language", action_of(languages), {"Digits": "1", "msg": "Gather End"})
explanation = exchange("topic", action_of(topics), {"Digits": "1", "msg": "Gather End"})
silence = exchange("silence", action_of(explanation), {"Digits": ""})
dial = exchange("person", action_of(silence), {"Digits": "0"})
exchange("whisper", whisper_of(dial))
exchange(
    "end",
    action_of(dial),
    {"DialCallStatus": "completed", "DialCallDuration": "61", "DialBridged": "true"},
)
exchange("status", "/twilio/status", {"CallStatus": "completed", "CallDuration": "95"})
