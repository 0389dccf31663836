# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of signalbox-cli for fish. Options come from the program's own help.
set -l verbs component validate format run operate connections peer sessions push pull export
function __signalbox_cli_options
    set -l verb
    for word in (commandline -opc)[2..]
        if contains -- $word component validate format run operate connections peer sessions push pull export
            set verb $word
            break
        end
    end
    signalbox-cli $verb --help 2>/dev/null | string match -rg '^ +(--[a-z-]+)'
end
# Behind an option stands its value, not a verb; but these take none.
complete -c signalbox-cli -n "not __fish_seen_subcommand_from $verbs; and not string match -qr -- '^--(?!verbose|help|version)' (commandline -opc)[-1]" \
    -f -a "$verbs"
complete -c signalbox-cli -n "string match -q -- '-*' (commandline -ct)" -f -a "(__signalbox_cli_options)"
function __signalbox_cli_profiles
    set -l folder ~/.config/signalbox
    set -q XDG_CONFIG_HOME; and set folder $XDG_CONFIG_HOME/signalbox
    set -q SIGNALBOX_CONFIG_DIR; and set folder $SIGNALBOX_CONFIG_DIR
    cat $folder/profiles.json 2>/dev/null | string match -rga '"name" *: *"([^"]*)"'
end
for values in "--format text json" "--as token user" "--type svc ivr" "--theme light dark" "--cluster simulated http:// https://" "--direction 0 1 2" \
    "--method get_coll get_file put_file delete_file"
    set -l words (string split ' ' -- $values)
    complete -c signalbox-cli -n "contains -- $words[1] (commandline -opc)[-1]" -f -a "$words[2..]"
end
complete -c signalbox-cli -n "__fish_seen_subcommand_from pull sessions connections component" -f
complete -c signalbox-cli -n "contains -- --profile (commandline -opc)[-1]" -f -a "(__signalbox_cli_profiles)"
complete -c signalbox-cli -n "__fish_seen_subcommand_from operate" -a "sendtokenmsg ws_temp_file websocktemp"
complete -c signalbox-cli -n "__fish_seen_subcommand_from component" -f -a "list show"
