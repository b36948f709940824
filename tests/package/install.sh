#!/bin/sh
# `cmake --install` into a folder: the program runs from there, `tenko help COMMAND` opens the page that lies beside it, and systemd
# finds no fault in the units.
#     install.sh BUILD
set -eu
build=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() {
  echo "install: $1" >&2
  exit 1
}

cmake --install "$build" --prefix "$work/usr" >/dev/null
tenko=$work/usr/bin/tenko
"$tenko" --version | grep -q '^tenko [0-9]' || fail "the program does not run"
cd "$work"
cp -R usr/share/tenko/shiokaze city
"$tenko" run -c city/tenko.yaml --quiet --no-ledger >/dev/null || fail "the sample's run"

help_of() { # language, further environment…
  language=$1
  shift
  env MANPAGER=cat MANWIDTH=80 "$@" "$tenko" help run --lang "$language"
}
if command -v man >/dev/null; then
  help_of en | grep -q '^TENKO-RUN(1)' || fail "tenko help run does not open the page"
  help_of ja LC_ALL=C | grep -q '終了コード' || fail "the Japanese page cannot be read in every locale"
fi
help_of en PATH=/nowhere | grep -q '^tenko run ' || fail "without man there is no help"

if command -v systemd-analyze >/dev/null; then
  units=$work/usr/lib/systemd/system
  # where the program will lie
  sed -i "s|^ExecStart=tenko|ExecStart=$tenko|; s|/bin/sh [^ ]*/share/tenko|/bin/sh $work/usr/share/tenko|" "$units"/*.service
  systemd-analyze verify --man=no "$units/tenko.service" "$units/tenko.timer" "$units/tenko-mail.service" >verify.txt 2>&1 || true
  # only of our units: other units of the machine are not our business
  if grep 'tenko' verify.txt; then
    fail "systemd-analyze verify"
  fi
  level=$(systemd-analyze security --offline=true "$units/tenko.service" | sed -n 's/.*Overall exposure level for tenko.service: \([0-9.]*\).*/\1/p')
  [ -z "$level" ] || awk -v level="$level" 'BEGIN { exit level >= 2 }' || fail "tenko.service is exposed: $level"
  echo "systemd-analyze: no fault, exposure ${level:-not known}"
fi
