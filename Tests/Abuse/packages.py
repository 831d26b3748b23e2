"""A Python with the packages that clients in tests are made of."""
import os
import subprocess
import sys

from harness import ROOT

ENVIRONMENT = f"{ROOT}/.cache/clients"
PACKAGES = ["requests", "httpx", "aiohttp"]


def python():
    """A Python with the packages, made when it is not there yet."""
    binary = f"{ENVIRONMENT}/bin/python"
    have = subprocess.run(
        [binary, "-c", "import " + ",".join(PACKAGES)], capture_output=True, check=False
    ).returncode == 0 if os.path.exists(binary) else False
    if not have:
        subprocess.run([sys.executable, "-m", "venv", ENVIRONMENT], check=True)
        subprocess.run([binary, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
    return binary
