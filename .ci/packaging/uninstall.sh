#!/bin/sh
# Removes CoP Leader as install.sh installed it. Your communities, their copies and what the window remembers stay.
set -eu

share=${XDG_DATA_HOME:-$HOME/.local/share}
home=$HOME/.local/lib/copleader

rm -f "$home/copleader" "$home/LICENCES.txt" "$HOME/.local/bin/copleader"
rm -f "$share/applications/app.copleader.CoPLeader.desktop" "$share/metainfo/app.copleader.CoPLeader.metainfo.xml" \
	"$share/mime/packages/app.copleader.CoPLeader.xml" "$share/man/man1/copleader.1.gz"
for size in "$share"/icons/hicolor/*; do
	rm -f "$size/apps/app.copleader.CoPLeader.png" "$size/mimetypes/application-x-copleader.png"
done

tell() { command -v "$1" >/dev/null 2>&1 && "$@" >/dev/null 2>&1 || true; }
tell update-mime-database "$share/mime"
tell update-desktop-database "$share/applications"
tell gtk-update-icon-cache -q -t -f "$share/icons/hicolor"

rm -f "$home/uninstall.sh"
rmdir "$home" 2>/dev/null || true
echo "CoP Leader is removed. Your communities are where they were."
