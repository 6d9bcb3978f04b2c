#!/usr/bin/env python3
"""Averages the weights of trainings that began alike (Wortsman et al., 2022, arXiv 2203.05482): better than each.

    average.py FILE FILE ... --output FILE
"""

import argparse
import pathlib

import torch


def main():
  arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
  arguments.add_argument("checkpoints", type=pathlib.Path, nargs="+")
  arguments.add_argument("--output", type=pathlib.Path, required=True)
  options = arguments.parse_args()
  states = [torch.load(checkpoint) for checkpoint in options.checkpoints]
  torch.save({name: sum(state[name] for state in states) / len(states) for name in states[0]}, options.output)


if __name__ == "__main__":
  main()
