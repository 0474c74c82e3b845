#!/bin/sh
# Firefox beside Orca on a screen of their own, within a session bus of their own: session.sh FOLDER ADDRESS.
# What Orca says it writes to FOLDER/said.
set -eu
folder=$1
gsettings set org.gnome.desktop.interface toolkit-accessibility true
gsettings set org.gnome.desktop.a11y.applications screen-reader-enabled true
# Firefox has the keys only in a window that a window manager has given the focus.
openbox >/dev/null 2>&1 &
orca --replace --debug-file="$folder/said" --disable braille >/dev/null 2>&1 &
for _ in $(seq 100); do
  [ -s "$folder/said" ] && break
  sleep 0.1
done
exec firefox-esr --profile "$folder/profile" --no-remote --new-window "$2" >/dev/null 2>&1
