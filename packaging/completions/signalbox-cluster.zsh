#compdef signalbox-cluster
# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of signalbox-cluster for zsh. Options come from the program's own help.
local -a options
if [[ ${words[CURRENT-1]} == --(config|tls|tls-client-ca) || ${words[CURRENT-2]} == --tls ]]; then
    _files
elif [[ ${words[CURRENT-1]} == --listen ]]; then
    compadd 127.0.0.1 ::1
elif [[ ${words[CURRENT-1]} != --(port|control-port|nodes|sites) ]]; then
    options=(${(f)"$(${words[1]} --help 2>/dev/null | grep -oE '^ +--[a-z-]+' | tr -d ' ')"})
    compadd -- $options
fi
