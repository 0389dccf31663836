# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of signalbox-cluster for fish. Options come from the program's own help.
function __signalbox_cluster_wants_file
    set -l words (commandline -opc)
    contains -- $words[-1] --config --tls --tls-client-ca; or test (count $words) -gt 1 -a "$words[-2]" = --tls
end
function __signalbox_cluster_wants_value
    contains -- (commandline -opc)[-1] --listen --port --control-port --nodes --sites
end
complete -c signalbox-cluster -f
complete -c signalbox-cluster -n "not __signalbox_cluster_wants_file; and not __signalbox_cluster_wants_value" \
    -a "(signalbox-cluster --help 2>/dev/null | string match -rg '^ +(--[a-z-]+)')"
complete -c signalbox-cluster -F -n __signalbox_cluster_wants_file
complete -c signalbox-cluster -n "contains -- --listen (commandline -opc)[-1]" -a "127.0.0.1 ::1"
