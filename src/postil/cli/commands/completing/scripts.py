"""The scripts for the shells that ask Postil for every word."""

from __future__ import annotations

from postil.cli.parser import ASKED_BY_SHELLS as ASKED

BASH = f"""\
# Completion of postil for bash: source this file, or put this line into ~/.bashrc:
#   eval "$(postil completion bash)"

_postil() {{
    local one kind piece
    local -a answer=()
    while IFS= read -r one; do
        answer+=("$one")
    done < <(command postil {ASKED} bash "${{COMP_LINE:0:COMP_POINT}}" "$2" 2>/dev/null)
    kind=${{answer[0]-}}
    piece=${{answer[1]-}}
    COMPREPLY=("${{answer[@]:2}}")
    case $kind in
        *files*)
            while IFS= read -r one; do
                COMPREPLY+=("$one")
            done < <(compgen -f -- "$piece")
            compopt -o filenames 2>/dev/null
            ;;
        *folders*)
            while IFS= read -r one; do
                COMPREPLY+=("$one")
            done < <(compgen -d -- "$piece")
            compopt -o filenames 2>/dev/null
            ;;
    esac
    case $kind in
        *nospace*) compopt -o nospace 2>/dev/null ;;
    esac
}}

complete -F _postil postil
"""

ZSH = f"""\
#compdef postil
# Completion of postil for zsh: put this file as _postil into a folder of $fpath, or this line
# into ~/.zshrc, below compinit:
#   eval "$(postil completion zsh)"

_postil() {{
    local kind lead one
    local -a answer values shown rest
    one=$(command postil {ASKED} zsh "${{(@Q)words[2,CURRENT-1]}}" "${{(Q)PREFIX}}" 2>/dev/null)
    answer=("${{(@f)one}}")
    kind=$answer[1]
    lead=$answer[2]
    (( ${{#lead}} )) && compset -p ${{#lead}}
    for one in "${{(@)answer[3,-1]}}"; do
        values+=("${{one%%$'\\t'*}}")
        shown+=("${{one/$'\\t'/  }}")
    done
    [[ $kind == *nospace* ]] && rest=(-S '')
    (( $#values )) && compadd -U -i "$IPREFIX" "${{(@)rest}}" -d shown -a values
    case $kind in
        *files*) _files ;;
        *folders*) _files -/ ;;
    esac
}}

if [[ $funcstack[1] == _postil ]]; then
    _postil "$@"
else
    compdef _postil postil
fi
"""
