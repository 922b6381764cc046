#!/bin/sh
# Installs CoP Leader for you alone, without administrator rights: run it in the unpacked folder.
# Run it again to bring the program up to date; your communities are not touched.
set -eu
cd "$(dirname "$0")"

share=${XDG_DATA_HOME:-$HOME/.local/share}
home=$HOME/.local/lib/copleader
entry=$share/applications/app.copleader.CoPLeader.desktop

mkdir -p "$home" "$HOME/.local/bin" "$share/applications"
trap 'rm -f "$home/copleader.new"' EXIT # half of it would fill a disk that is full already
cp copleader "$home/copleader.new"      # a program that runs can be replaced, never written over
mv -f "$home/copleader.new" "$home/copleader"
cp uninstall.sh LICENCES.txt "$home"
ln -sf "$home/copleader" "$HOME/.local/bin/copleader"
cp -R share/. "$share"
# The desktop may not look into ~/.local/bin, so the entry names the program's own place: escaped within its quotes, then as any value
# of an entry is, then for sed.
escaped=$(printf '%s' "$home/copleader" | sed -e 's/[\\"`$]/\\&/g' -e 's/%/%%/g' -e 's/\\/\\\\/g' -e 's/[\\&|]/\\&/g')
sed "s|^Exec=copleader|Exec=\"$escaped\"|" share/applications/app.copleader.CoPLeader.desktop >"$entry"

tell() { command -v "$1" >/dev/null 2>&1 && "$@" >/dev/null 2>&1 || true; }
tell update-mime-database "$share/mime"
tell update-desktop-database "$share/applications"
tell gtk-update-icon-cache -q -t -f "$share/icons/hicolor"

echo "CoP Leader is installed. It stands among your programs, and a double click on a .cop file opens it."
case ":$PATH:" in
*":$HOME/.local/bin:"*) ;;
*) echo "In a terminal it is called ~/.local/bin/copleader." ;;
esac
echo "To remove it: sh ~/.local/lib/copleader/uninstall.sh"
