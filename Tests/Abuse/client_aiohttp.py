"""Reads every path with aiohttp, over one session."""
import asyncio
import hashlib
import json
import sys

import aiohttp


async def main():
    base, paths = json.load(sys.stdin)
    answers = []
    async with aiohttp.ClientSession() as session:
        for path in paths:
            async with session.get(base + path) as answer:
                content = await answer.read()
                answers.append([answer.status, hashlib.sha256(content).hexdigest()])
    print(json.dumps(answers))


asyncio.run(main())
