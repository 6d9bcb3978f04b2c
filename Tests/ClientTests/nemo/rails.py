"""Talks with a scripted model behind the unchanged rail of NeMo Guardrails, and prints what came of it, as one JSON list.

    rails.py PAGE

PAGE is the documentation, whose first YAML block is the configuration. On the standard input is a JSON object:
`settings` go over the configuration's of the same names, and `talks` is a list of talks, in each `user`, what the user
says, `bot`, what the model would answer, and `settings` of the talk alone. The key is CLAVATA_API_KEY.
"""

import asyncio
import json
import re
import sys
import time

import yaml
from nemoguardrails import LLMRails, RailsConfig
from nemoguardrails.testing import FakeLLMModel


def configuration(page):
    """The one that the documentation shows."""
    with open(page, encoding="utf-8") as file:
        return yaml.safe_load(re.search(r"^```yaml\n(.*?)^```$", file.read(), re.MULTILINE | re.DOTALL)[1])


def laid_over(below, above):
    """`below` with what is in `above` in its place, at every depth."""
    if not isinstance(below, dict) or not isinstance(above, dict):
        return above
    return below | {name: laid_over(below.get(name), value) for name, value in above.items()}


async def answer(shown, talk):
    config = RailsConfig.from_content(yaml_content=yaml.safe_dump(laid_over(shown, talk.get("settings", {}))))
    model = FakeLLMModel(responses=[talk["bot"]])
    rails = LLMRails(config, llm=model)
    begun = time.monotonic()
    message = await rails.generate_async(messages=[{"role": "user", "content": talk["user"]}])
    return {
        "said": message["content"], "modelWasAsked": model.inference_count > 0, "seconds": time.monotonic() - begun
    }


async def main(page):
    given = json.load(sys.stdin)
    shown = laid_over(configuration(page), given["settings"])
    print(json.dumps([await answer(shown, talk) for talk in given["talks"]]))


asyncio.run(main(sys.argv[1]))
