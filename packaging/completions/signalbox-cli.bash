# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of signalbox-cli for bash. Options come from the program's own help, so that they cannot go out of date.
_signalbox_cli() {
    local program="${COMP_WORDS[0]}" current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD - 1]}" verb="" word
    local verbs="component validate format run operate connections peer sessions push pull export"
    COMPREPLY=()
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case " $verbs " in *" $word "*) verb="$word"; break ;; esac
    done
    case "$previous" in
        --format) mapfile -t COMPREPLY < <(compgen -W "text json" -- "$current"); return ;;
        --as) mapfile -t COMPREPLY < <(compgen -W "token user" -- "$current"); return ;;
        --profile)
            mapfile -t COMPREPLY < <(compgen -W "$(sed -n 's/.*"name" *: *"\([^" ]*\)".*/\1/p' \
                "${SIGNALBOX_CONFIG_DIR:-${XDG_CONFIG_HOME:-$HOME/.config}/signalbox}/profiles.json" 2>/dev/null)" -- "$current"); return ;;
        --cluster) mapfile -t COMPREPLY < <(compgen -W "simulated http:// https://" -- "$current"); return ;;
        --type) mapfile -t COMPREPLY < <(compgen -W "svc ivr" -- "$current"); return ;;
        --theme) mapfile -t COMPREPLY < <(compgen -W "light dark" -- "$current"); return ;;
        --direction) mapfile -t COMPREPLY < <(compgen -W "0 1 2" -- "$current"); return ;;
        --method) mapfile -t COMPREPLY < <(compgen -W "get_coll get_file put_file delete_file" -- "$current"); return ;;
        --password-env | --token-env) mapfile -t COMPREPLY < <(compgen -A export -- "$current"); return ;;
        --ca | --client-cert | --client-key | --capabilities | --var-file | --trace | --junit | --path | --save | --rules | --output | -o)
            mapfile -t COMPREPLY < <(compgen -f -- "$current"); return ;;
    esac
    if [[ $current == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$("$program" $verb --help 2>/dev/null | grep -oE '^ +--[a-z-]+' | tr -d ' ')" -- "$current")
    elif [[ -z $verb ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$verbs" -- "$current")
    elif [[ $verb == operate ]]; then
        mapfile -t COMPREPLY < <(compgen -W "sendtokenmsg ws_temp_file websocktemp" -- "$current")
    elif [[ $verb == component ]]; then
        mapfile -t COMPREPLY < <(compgen -W "list show" -- "$current")
    elif [[ " pull sessions connections " != *" $verb "* ]]; then # these name no files
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
    fi
}
complete -o filenames -F _signalbox_cli signalbox-cli
