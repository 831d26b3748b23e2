"""Reads a URL with requests over one version of TLS: URL AUTHORITY VERSION."""
import hashlib
import json
import ssl
import sys

import requests
from requests.adapters import HTTPAdapter


url, authority, version = sys.argv[1:]
context = ssl.create_default_context(cafile=authority)
context.minimum_version = context.maximum_version = ssl.TLSVersion[version]


class Adapter(HTTPAdapter):
    """Speaks with the context above."""

    def init_poolmanager(self, *arguments, **options):
        super().init_poolmanager(*arguments, ssl_context=context, **options)


with requests.Session() as session:
    session.mount("https://", Adapter())
    answer = session.get(url, verify=authority, timeout=30)
print(json.dumps([answer.status_code, hashlib.sha256(answer.content).hexdigest()]))
