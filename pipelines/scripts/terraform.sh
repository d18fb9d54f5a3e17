# What plan.sh and apply.sh share. Terraform runs in the folder of a stack, as `keywatch synth` wrote it.

terraform=${TERRAFORM_BINARY_NAME:-terraform}
outdir=${CDKTF_OUTDIR:-cdktf.out}
plans=${KEYWATCH_PLANS:-plans}
unchanged="No changes."

in_stack() {
  local stack=$1
  shift
  "$terraform" -chdir="$outdir/stacks/$stack" "$@"
}

# Plans a stack into the file `plan` of its folder, and writes the plan's text. Called in conditions, where `set -e` does not hold:
# every step says itself what its failure means.
plan_stack() {
  local stack=$1 text=$2 code=0
  shift 2
  rm -f "$text"
  in_stack "$stack" init -input=false -no-color >&2 || return 1
  in_stack "$stack" plan -input=false -no-color -detailed-exitcode -out=plan "$@" >&2 || code=$?
  case $code in
    0) echo "$unchanged" >"$text" ;;
    2) in_stack "$stack" show -no-color plan >"$text" ;;
    *) return 1 ;;
  esac
}

# Does something for every stack. One that fails stops no other, and fails the whole in the end.
for_each_stack() {
  local work=$1 failed=() stack
  shift
  for stack in "$@"; do
    echo "== $stack" >&2
    "$work" "$stack" || failed+=("$stack")
  done
  if ((${#failed[@]} > 0)); then
    echo "Failed: ${failed[*]}" >&2
    return 1
  fi
}
