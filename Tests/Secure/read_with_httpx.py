"""Reads a URL with httpx over one version of TLS: URL AUTHORITY VERSION."""
import hashlib
import json
import ssl
import sys

import httpx

url, authority, version = sys.argv[1:]
context = ssl.create_default_context(cafile=authority)
context.minimum_version = context.maximum_version = ssl.TLSVersion[version]
with httpx.Client(verify=context, timeout=30) as client:
    answer = client.get(url)
print(json.dumps([answer.status_code, hashlib.sha256(answer.content).hexdigest()]))
