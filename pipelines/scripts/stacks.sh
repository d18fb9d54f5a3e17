#!/usr/bin/env bash
# stacks.sh BASE [OPTION...]
#
# Prints the matrix of the stacks that BASE would synthesize otherwise; of all stacks where BASE is empty, because nothing was applied yet.
# The options are those of `keywatch targets`, such as --shards 20.
set -euo pipefail

base=$1
shift
if [[ -n $base ]]; then
  npx --no-install keywatch affected --matrix --base "$base" "$@"
else
  npx --no-install keywatch targets --matrix "$@"
fi
