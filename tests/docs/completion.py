#!/usr/bin/env python3
"""Completion, asked of the shells themselves: each sources its script and completes a line, in a folder with a configuration and a
ledger. A shell that is not installed is left out and named.

    completion.py TENKO SOURCE
"""
import os, re, shutil, subprocess, sys, tempfile

tenko, source = os.path.abspath(sys.argv[1]), sys.argv[2]
scripts = os.path.join(os.path.abspath(source), "completion")

# asks bash for the completions of a line, as Tab would
BASH = r"""
. /usr/share/bash-completion/bash_completion 2>/dev/null
. "$1/tenko.bash"
line=$2
COMP_LINE=$line COMP_POINT=${#line} COMP_KEY=9 COMP_TYPE=9 COMP_WORDS=() COMP_CWORD=0
# words as readline cuts them: at blanks, and at = and :
while IFS= read -r word; do COMP_WORDS+=("$word"); done < <(printf '%s' "$line" | grep -oE "[^ =:]+|[=:]")
case $line in *[" =:"]) [ "${line: -1}" = " " ] && COMP_WORDS+=("") ;; esac
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_tenko
printf '%s\n' "${COMPREPLY[@]}"
"""
# zsh completes only in its editor: what the script would hand to it is printed instead
ZSH = r"""
_describe() { print -rl -- "${(@P)argv[-1]}" }
compset() { }
_files() { local typed=${words[CURRENT]##*=}; if [[ ${1-} == -/ ]]; then print -rl -- $~typed*(N/); else print -rl -- $~typed*(N); fi }
words=("${(@s: :)2}")
CURRENT=$#words
. "$1/_tenko"
"""
FISH = r"""source $argv[1]/tenko.fish; complete -C $argv[2]"""


def sh(name, code, line):
    env = {**os.environ, "PATH": os.path.dirname(tenko) + ":" + os.environ["PATH"], "TENKO_LANG": "en", "LC_ALL": "C.UTF-8", "HOME": os.getcwd()}
    words = {"bash": ["bash", "--norc", "-c", code, "bash"], "zsh": ["zsh", "-f", "-c", code, "zsh"], "fish": ["fish", "--no-config", "-c", code]}[name]
    return subprocess.run([*words, scripts, line], capture_output=True, text=True, env=env, timeout=60, errors="replace").stdout


def main():
    faults, asked = [], []
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        with open("staff.csv", "w", encoding="utf-8") as f:
            f.write("職員番号,氏名,所属\n1,山本　拓也,総務課\n2,佐藤　花,税務課\n")
        with open("tax.csv", "w", encoding="utf-8") as f:
            f.write("利用者ID,氏名,職員番号\nk1,山本　拓也,1\nk9,高橋　一,9\n")
        with open("tenko.yaml", "w", encoding="utf-8") as f:
            f.write("rosters: [{name: 職員, source: staff.csv}]\nsystems:\n  - {name: tax system, source: tax.csv}\n  - {name: 税務, source: tax.csv}\n")
        os.mkdir("sub")
        subprocess.run([tenko, "run", "--quiet", "--as-of", "2026-03-31"], check=True, capture_output=True)
        found = subprocess.run([tenko, "complete", "explain", "x"], capture_output=True, text=True, check=True).stdout
        an_id = re.match(r"x[0-9a-f]{15}", found)
        if not an_id:
            sys.exit(f"tenko complete explain x: no exception id in {found!r}")
        an_id = an_id[0]
        # line, what must be offered, what must not
        questions = [
            ("tenko ru", ["run", "rules", "runs"], ["check"]),
            ("tenko run --fa", ["--fail-on"], ["--format"]),
            ("tenko run --fail-on ", ["critical", "info"], ["--quiet"]),
            ("tenko run --lang=", ["ja", "en"], []),
            ("tenko run -c te", ["tenko.yaml"], ["staff.csv"]),
            ("tenko run --out s", ["sub"], ["staff.csv"]),
            ("tenko run --roster staff.csv --system x=ta", ["tax.csv"], ["staff.csv"]),
            ("tenko explain 税", ["税務"], ["tax"]),
            ("tenko explain x", [an_id], ["tax.csv"]),
            ("tenko explain ta", ["tax"], ["税務"]),
            ("tenko sample --rule orp", ["orphan-account"], ["leaver-account"]),
            ("tenko sample --system 税", ["税務"], ["tax"]),
            ("tenko review i", ["import"], ["status"]),
            ("tenko diff ", ["1"], ["run"]),
            ("tenko help pe", ["peek"], ["purge"]),
        ]
        for name, code in (("bash", BASH), ("zsh", ZSH), ("fish", FISH)):
            if not shutil.which(name):
                continue
            asked.append(name)
            for line, wanted, unwanted in questions:
                said = sh(name, code, line)
                for word in wanted:
                    if word not in said:
                        faults.append(f"{name}: {line!r} does not offer {word!r}: {said!r}")
                for word in unwanted:
                    if word in said:
                        faults.append(f"{name}: {line!r} offers {word!r}: {said!r}")
            if name == "bash" and r"tax\ system" not in sh(name, code, "tenko explain ta"):
                faults.append("bash: a name with a space is not quoted")
        # where nothing can be read, nothing is offered and nothing is said
        os.chdir("sub")
        quiet = subprocess.run([tenko, "complete", "explain", ""], capture_output=True, text=True)
        if quiet.returncode or quiet.stdout or quiet.stderr:
            faults.append(f"without a configuration: {quiet}")
        os.chdir("/")
    print("\n".join(faults) if faults else f"completion: asked of {', '.join(asked)}", file=sys.stderr if faults else sys.stdout)
    return 1 if faults or "bash" not in asked else 0


sys.exit(main())
