# bash completion of tenko: the program itself knows what may stand where (`tenko complete`).
_tenko() {
  local cur prev words cword line word before
  if declare -F _get_comp_words_by_ref >/dev/null; then
    _get_comp_words_by_ref -n "=:" cur prev words cword
  else
    words=("${COMP_WORDS[@]}")
    cword=$COMP_CWORD
  fi
  cur=${words[cword]}
  # a quote that is still open
  words[cword]=${cur#[\"\']}
  # readline replaces only what stands behind the last of its own word breaks
  before=${words[cword]%"${words[cword]##*[=:]}"}
  [[ $COMP_WORDBREAKS == *=* ]] || before=
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
    :files) compopt -o filenames 2>/dev/null; while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "${words[cword]##*=}") ;;
    :dirs) compopt -o filenames 2>/dev/null; while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -d -- "${words[cword]##*=}") ;;
    *)
      word=${line%%$'\t'*}
      word=${word#"$before"}
      case $cur in
      [\"\']*) ;;
      *) printf -v word %q "$word" ;;
      esac
      COMPREPLY+=("$word")
      ;;
    esac
  done < <("${words[0]}" complete "${words[@]:1:cword}" 2>/dev/null)
}
complete -F _tenko tenko
