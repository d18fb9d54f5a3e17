#!/usr/bin/env bash
# applied.sh
#
# Prints the commit that was applied last as a whole, or nothing. What failed or was left out since is so planned and applied again.
# Needs GH_TOKEN and GITHUB_REPOSITORY.
set -euo pipefail

gh run list --repo "$GITHUB_REPOSITORY" --workflow keywatch-apply.yml --branch main --status success --limit 1 \
  --json headSha --jq '.[0].headSha // empty'
