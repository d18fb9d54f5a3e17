#!/usr/bin/env bash
# gitlab-plans.sh keep|fetch STACK...
#
# Keeps the plans of plan.sh in the project's package registry under the id of what was planned, the git tree, and fetches them when
# the same content is applied.
# Needs what GitLab gives every job: CI_API_V4_URL, CI_PROJECT_ID, CI_JOB_TOKEN.
set -euo pipefail

action=$1 plans=${KEYWATCH_PLANS:-plans}
shift
tree=$(git rev-parse 'HEAD^{tree}')
store="$CI_API_V4_URL/projects/$CI_PROJECT_ID/packages/generic/keywatch-plans/$tree"
mkdir -p "$plans"

registry() {
  curl --silent --show-error --retry 3 --header "JOB-TOKEN: $CI_JOB_TOKEN" "$@"
}

keep() {
  registry --fail --upload-file "$plans/$1.txt" "$store/$1.txt" >&2
}

# Where nothing was kept nothing was reviewed; apply.sh says what to do then.
fetch() {
  local status
  status=$(registry --location --output "$plans/$1.txt" --write-out '%{http_code}' "$store/$1.txt")
  [[ $status == 200 ]] && return
  rm -f "$plans/$1.txt"
  [[ $status == 404 ]] && return
  echo "$store/$1.txt was answered $status." >&2
  return 1
}

for stack in "$@"; do
  "$action" "$stack"
done
