#!/usr/bin/env bash
# plan.sh STACK...
#
# Plans stacks that `keywatch synth` wrote and leaves the text of each plan as STACK.txt in the folder that KEYWATCH_PLANS names (plans):
# what a reviewer reads, and what apply.sh holds itself to. The role of plans only reads, so no state is locked.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/terraform.sh"

plan() {
  plan_stack "$1" "$plans/$1.txt" -lock=false
}

mkdir -p "$plans"
for_each_stack plan "$@"
