#!/usr/bin/env bash
# build-tofu.sh FOLDER
#
# Builds OpenTofu from its Go module as FOLDER/tofu: for a machine of tests that has Go.
set -euo pipefail

version=v1.10.7
# What OpenTofu's own go.mod replaces; Go heeds the replacements of the main module alone, so `go install` refuses it.
hcl=v2.20.2-0.20251021132045-587d123c2828

mkdir -p "$1"
folder=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

go mod init tofu
go mod edit -replace "github.com/hashicorp/hcl/v2=github.com/opentofu/hcl/v2@$hcl"
go get "github.com/opentofu/opentofu/cmd/tofu@$version"
go build -ldflags "-s -w -X github.com/opentofu/opentofu/version.dev=no" -o "$folder/tofu" github.com/opentofu/opentofu/cmd/tofu
"$folder/tofu" version
