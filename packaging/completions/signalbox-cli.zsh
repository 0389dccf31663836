#compdef signalbox-cli
# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of signalbox-cli for zsh. Options come from the program's own help.
local -a verbs options
local verb="" word
verbs=(component validate format run operate connections peer sessions push pull export)
for word in ${words[2,CURRENT-1]}; do
    if (( ${verbs[(Ie)$word]} )); then verb=$word; break; fi
done
case ${words[CURRENT-1]} in
    --format) compadd text json; return ;;
    --as) compadd token user; return ;;
    --profile)
        compadd -- ${(f)"$(sed -n 's/.*"name" *: *"\([^"]*\)".*/\1/p' \
            ${SIGNALBOX_CONFIG_DIR:-${XDG_CONFIG_HOME:-$HOME/.config}/signalbox}/profiles.json 2>/dev/null)"}
        return ;;
    --cluster) compadd simulated http:// https://; return ;;
    --type) compadd svc ivr; return ;;
    --theme) compadd light dark; return ;;
    --direction) compadd 0 1 2; return ;;
    --method) compadd get_coll get_file put_file delete_file; return ;;
    --password-env|--token-env) _parameters -g '*export*'; return ;;
    --ca|--client-cert|--client-key|--capabilities|--var-file|--trace|--junit|--path|--save|--rules|--output|-o) _files; return ;;
esac
if [[ ${words[CURRENT]} == -* ]]; then
    options=(${(f)"$(${words[1]} $verb --help 2>/dev/null | grep -oE '^ +--[a-z-]+' | tr -d ' ')"})
    compadd -- $options
elif [[ -z $verb ]]; then
    compadd $verbs
elif [[ $verb == operate ]]; then
    compadd sendtokenmsg ws_temp_file websocktemp
elif [[ $verb == component ]]; then
    compadd list show
elif [[ " pull sessions connections " != *" $verb "* ]]; then # these name no files
    _files
fi
