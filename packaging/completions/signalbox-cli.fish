# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of signalbox-cli for fish. Options come from the program's own help.
set -l verbs component validate format run operate connections peer
function __signalbox_cli_options
    set -l verb
    for word in (commandline -opc)[2..]
        if contains -- $word component validate format run operate connections peer
            set verb $word
            break
        end
    end
    signalbox-cli $verb --help 2>/dev/null | string match -rg '^ +(--[a-z-]+)'
end
complete -c signalbox-cli -n "not __fish_seen_subcommand_from $verbs" -f -a "$verbs"
complete -c signalbox-cli -n "string match -q -- '-*' (commandline -ct)" -f -a "(__signalbox_cli_options)"
complete -c signalbox-cli -n "__fish_seen_subcommand_from operate" -a "sendtokenmsg ws_temp_file websocktemp"
complete -c signalbox-cli -n "__fish_seen_subcommand_from component" -f -a "list show"
