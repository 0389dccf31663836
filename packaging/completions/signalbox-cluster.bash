# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of signalbox-cluster for bash. Options come from the program's own help, so that they cannot go out of date.
_signalbox_cluster() {
    local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD - 1]}" before="${COMP_WORDS[COMP_CWORD - 2]:-}"
    COMPREPLY=()
    if [[ $previous == --config || $previous == --tls || $previous == --tls-client-ca || $before == --tls ]]; then
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
    elif [[ $previous == --listen ]]; then
        mapfile -t COMPREPLY < <(compgen -W "127.0.0.1 ::1" -- "$current")
    elif [[ $previous == --@(port|control-port|nodes|sites) ]]; then
        return
    else
        mapfile -t COMPREPLY < <(compgen -W "$("${COMP_WORDS[0]}" --help 2>/dev/null | grep -oE '^ +--[a-z-]+' | tr -d ' ')" -- "$current")
    fi
}
complete -o filenames -F _signalbox_cluster signalbox-cluster
