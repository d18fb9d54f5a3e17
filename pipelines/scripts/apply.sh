#!/usr/bin/env bash
# apply.sh STACK...
#
# Applies stacks that `keywatch synth` wrote. Each is planned again and applied only if its plan says, to the character, what was
# reviewed: STACK.txt in the folder that KEYWATCH_PLANS names (plans). A stack that would not change is left alone.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/terraform.sh"

remedy="Plan this commit again, read the plan, and run this again."
now=$(mktemp -d)
trap 'rm -rf "$now"' EXIT

apply() {
  local stack=$1 reviewed="$plans/$1.txt" text="$now/$1.txt"
  plan_stack "$stack" "$text" -lock-timeout=5m || return 1
  if [[ $(<"$text") == "$unchanged" ]]; then
    echo "$stack would not change." >&2
  elif [[ ! -e $reviewed ]]; then
    cat "$text" >&2
    echo "$stack would change, and nobody has reviewed how. $remedy" >&2
    return 1
  elif ! diff -u --label reviewed --label now "$reviewed" "$text" >&2; then
    echo "$stack would change otherwise than was reviewed. $remedy" >&2
    return 1
  else
    in_stack "$stack" apply -input=false -no-color -lock-timeout=5m plan >&2
  fi
}

for_each_stack apply "$@"
