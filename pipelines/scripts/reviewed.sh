#!/usr/bin/env bash
# reviewed.sh BASE
#
# Gathers the plans that were reviewed for what came since BASE into the folder that KEYWATCH_PLANS names (plans), and notes in commits.log
# where each came from. The plans of a pull request are kept under the id of its content, its git tree; a merge whose content
# differs from what was planned finds none, and what a fork's run has uploaded under that name does not count. An empty BASE, where nothing
# was applied yet, means the last commit alone.
# Needs GH_TOKEN and GITHUB_REPOSITORY, and the history since BASE.
set -euo pipefail

plans=${KEYWATCH_PLANS:-plans}
archive=$(mktemp)
trap 'rm -f "$archive"' EXIT
mkdir -p "$plans"
: >"$plans/commits.log"

# The oldest first: where two commits change the same stack, the later plan counts. The last commit is looked at even if it
# was applied: its stacks may have been planned again.
last=$(git rev-parse HEAD)
earlier=
if [[ -n $1 ]]; then
  earlier=$(git rev-list --reverse --first-parent --skip=1 "$1..$last")
fi
for commit in $earlier "$last"; do
  tree=$(git rev-parse "$commit^{tree}")
  id=$(gh api "repos/$GITHUB_REPOSITORY/actions/artifacts?name=keywatch-plans-$tree" \
    --jq '[.artifacts[] | select(.expired | not) | select(.workflow_run | .head_repository_id == .repository_id)] | max_by(.created_at) | .id // empty')
  echo "$commit $tree ${id:-no plans}" | tee -a "$plans/commits.log" >&2
  if [[ -n $id ]]; then
    gh api "repos/$GITHUB_REPOSITORY/actions/artifacts/$id/zip" >"$archive"
    unzip -qo "$archive" -d "$plans"
  fi
done
