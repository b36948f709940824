#!/bin/sh
# The Debian package: lintian finds no error; it is installed in a fresh Debian without network, from the folder that
# scripts/offline-bundle makes, calls the roll of the sample, is removed, and leaves nothing but what people put there.
#     chroot.sh BUILD SOURCE        77: skipped, said in a word
set -eu
build=$1
source=$2
work=$build/package-test
root=$work/root
rm -rf "$work"
mkdir -p "$work"
cleanup() {
  rm -rf "$work"
}
trap cleanup EXIT

fail() {
  echo "package: $1" >&2
  exit 1
}
# In the root, without any network.
inside() {
  unshare --net --mount --pid --fork --mount-proc="$root/proc" chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
}

cpack --config "$build/CPackConfig.cmake" -B "$work/deb" >"$work/cpack.log" 2>&1 || { cat "$work/cpack.log"; fail "cpack"; }
deb=$(ls "$work"/deb/*.deb)
if command -v lintian >/dev/null; then
  lintian --fail-on error,warning "$deb" || fail "lintian"
  echo "lintian: no error, no warning"
fi

"$source/scripts/clean-root" "$root" || exit $?
"$source/scripts/offline-bundle" "$work/offline bundle" "$deb"
mkdir "$root/media/offline bundle"
cp -R "$work/offline bundle/." "$root/media/offline bundle/"
# The folder is checked before anything is installed.
echo >>"$root/media/offline bundle/packages/Packages"
if inside sh "/media/offline bundle/install.sh" >/dev/null 2>&1; then
  fail "a folder that was changed is installed"
fi
cp "$work/offline bundle/packages/Packages" "$root/media/offline bundle/packages/"
inside sh "/media/offline bundle/install.sh" >"$work/install.log" 2>&1 || { cat "$work/install.log"; fail "install.sh"; }
tail -n 1 "$work/install.log"

inside sh -c 'cd /tmp && tenko --version && tenko run --help --lang en' | grep -q -- --metrics || fail "tenko does not run"
# `man` is not there: the help is printed.
inside tenko help run --lang en | grep -q -- --fail-on || fail "tenko help without man"
for page in man1/tenko.1 man1/tenko-run.1 man5/tenko.yaml.5 man7/tenko-rules.7 ja/man1/tenko-review.1; do
  [ -s "$root/usr/share/man/$page.gz" ] || fail "$page is not installed"
done
[ -s "$root/usr/share/bash-completion/completions/tenko" ] || fail "no completion"
inside sh -c 'test "$(stat -c %U:%a /var/lib/tenko)" = tenko:750' || fail "/var/lib/tenko is not the user's own"

# As the user of the service, in its folder.
inside cp -R /usr/share/tenko/shiokaze/. /var/lib/tenko/
inside chown -R tenko:tenko /var/lib/tenko
as_tenko() {
  inside setpriv --reuid=tenko --regid=tenko --clear-groups sh -c "cd /var/lib/tenko && $1"
}
as_tenko 'tenko run --quiet --metrics metrics.prom' >"$work/run.txt" || fail "the sample's run"
grep -q 'leaver-login' "$work/run.txt" || fail "the sample's exceptions are not said"
as_tenko 'tenko run --quiet --metrics metrics.prom' >"$work/again.txt" || fail "the second run"
[ ! -s "$work/again.txt" ] || fail "a quiet run says what is not new"
as_tenko 'tenko verify' >/dev/null || fail "verify"
as_tenko 'test -s report/index.html && test -s metrics.prom' || fail "no report"

inside dpkg --verify tenko || fail "files differ from the package"
inside apt-get -q -y remove tenko >"$work/remove.log" 2>&1 || { cat "$work/remove.log"; fail "remove"; }
[ ! -e "$root/usr/bin/tenko" ] || fail "the program is still there"
inside dpkg --purge tenko >"$work/purge.log" 2>&1 || { cat "$work/purge.log"; fail "purge"; }
[ -s "$root/var/lib/tenko/tenko.db" ] || fail "purge took the ledger away"
left=$(find "$root/usr" "$root/etc" -name '*tenko*')
[ -z "$left" ] || fail "left behind: $left"
echo "package: installed without network, run, removed"
