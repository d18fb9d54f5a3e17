#!/usr/bin/env bash
# gitlab-pipeline.sh plan|apply BASE
#
# Prints the child pipeline that plans, or applies wave by wave, the stacks that BASE would synthesize otherwise. SHARDS says how many jobs
# a plan or a wave may have (20).
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
kind=$1 base=$2 shards=${SHARDS:-20}

# GitLab names a commit of zeros where a branch is new.
[[ $base =~ ^0+$ ]] && base=

case $kind in
  plan) "$here/stacks.sh" "$base" --shards "$shards" ;;
  apply)
    waves=$(npx --no-install keywatch targets --waves)
    for wave in $(node -p 'JSON.parse(process.argv[1]).include.map(({ wave }) => wave).join(" ")' "$waves"); do
      "$here/stacks.sh" "$base" --shards "$shards" --wave "$wave"
    done
    ;;
esac | node "$here/gitlab-pipeline.js" "$kind"
