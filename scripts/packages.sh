# Debian 12 packages, by what needs them. Sourced by scripts/demo and scripts/test.

# Each one's reason stands in README.md.
BUILD_PACKAGES="gcc libc6-dev cmake ninja-build pkg-config
  libcsv-dev libyaml-dev libutf8proc-dev libxxhash-dev libssl-dev libldap-dev libsasl2-dev libsqlite3-dev libjansson-dev
  libzip-dev libexpat1-dev libxlsxwriter-dev tzdata"
# To make a package of what was built, and a folder of packages for a machine without internet.
PACKAGE_PACKAGES="dpkg-dev file gzip"
TEST_PACKAGES="check libreoffice-calc-nogui clang clang-format clang-tidy libclang-rt-14-dev python3
  mandoc man-db bash-completion zsh fish lintian mmdebstrap systemd
  unicode-data openssl sqlite3 chromium fonts-noto-cjk poppler-utils
  slapd ldap-utils samba samba-ad-dc samba-ad-provision samba-common-bin samba-dsdb-modules
  samba-vfs-modules python3-samba winbind ldb-tools libsasl2-modules-gssapi-mit 389-ds-base"
# A Node.js from elsewhere brings its own npm, and Debian's does not go with it.
command -v npm >/dev/null || TEST_PACKAGES="$TEST_PACKAGES nodejs npm"

# Installs what is missing, as root or by sudo; says so before it does.
install_missing() {
  missing=
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $package"
  done
  [ -z "$missing" ] && return 0
  as_root=
  [ "$(id -u)" = 0 ] || as_root=sudo
  echo "installing:$missing"
  export DEBIAN_FRONTEND=noninteractive
  $as_root apt-get update -qq
  # Servers are only started by the tests themselves: no service may come up on installation.
  policy=/usr/sbin/policy-rc.d
  made_policy=
  if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' | $as_root tee "$policy" >/dev/null
    $as_root chmod 755 "$policy"
    made_policy=1
  fi
  $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
  status=$?
  [ -z "$made_policy" ] || $as_root rm -f "$policy"
  return $status
}
