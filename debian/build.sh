#!/bin/bash
# debian/build.sh BINARY STATIC_FOLDER: makes build/guichet_<version>_<architecture>.deb of what was built, and looks at it.
# Called by `make package`. The same sources give the same bytes: times are those of the last commit, names are sorted.
set -euo pipefail
cd "$(dirname "$0")/.."
binary=$1 static=$2 stage=build/package root=build/package/root
version=$("$binary" version | awk '{print $2}')
architecture=$(dpkg --print-architecture)
deb=build/guichet_${version}_${architecture}.deb
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || stat -c %Y "$binary")}
export SOURCE_DATE_EPOCH LC_ALL=C

rm -rf "$stage"
install -d "$root/DEBIAN" "$root/usr/share/guichet" "$root/usr/share/doc/guichet"
install -D -m 755 "$binary" "$root/usr/bin/guichet"
strip --strip-unneeded --remove-section=.comment "$root/usr/bin/guichet"
for folder in templates sql; do cp -r "$folder" "$root/usr/share/guichet/"; done
rm -f "$root/usr/share/guichet/sql/cluster.sh"
cp -r "$static" "$root/usr/share/guichet/static"
install -D -m 644 debian/guichet.service "$root/lib/systemd/system/guichet.service"
install -D -m 640 debian/guichet.conf "$root/etc/guichet/guichet.conf"
install -m 644 debian/README.Debian debian/copyright "$root/usr/share/doc/guichet/"
cat LICENSE >> "$root/usr/share/doc/guichet/copyright"
printf 'guichet (%s) stable; urgency=medium\n\n  * See the history of the sources.\n\n -- Guichet <guichet@localhost>  %s\n' \
	"$version" "$(date -u -R -d "@$SOURCE_DATE_EPOCH")" | gzip -9n > "$root/usr/share/doc/guichet/changelog.gz"
find "$root/usr" "$root/lib" -type d -exec chmod 755 {} + -o -type f ! -path "$root/usr/bin/*" -exec chmod 644 {} +

# Libraries: which packages they are of, and from which version on.
install -d "$stage/debian"
cp debian/control "$stage/debian/control"
libraries=$(cd "$stage" && dpkg-shlibdeps -O -eroot/usr/bin/guichet 2>shlibdeps.log | sed -n 's/^shlibs:Depends=//p')
[ -n "$libraries" ] || { cat "$stage/shlibdeps.log" >&2; exit 1; }
{
	printf 'Package: guichet\nVersion: %s\nArchitecture: %s\nInstalled-Size: %s\n' "$version" "$architecture" "$(du -sk --exclude=DEBIAN "$root" | cut -f1)"
	sed -n '/^Source/,/^$/{/^\(Section\|Priority\|Maintainer\):/p}' debian/control
	sed -n '/^Package/,$p' debian/control | sed -e '/^Package:/d' -e '/^Architecture:/d' -e "s|\${shlibs:Depends}|$libraries|"
} > "$root/DEBIAN/control"
echo /etc/guichet/guichet.conf > "$root/DEBIAN/conffiles"
install -m 755 debian/postinst debian/prerm debian/postrm "$root/DEBIAN/"
(cd "$root" && find etc lib usr -type f -print0 | sort -z | xargs -0 md5sum) > "$root/DEBIAN/md5sums"
chmod 644 "$root/DEBIAN/md5sums" "$root/DEBIAN/conffiles" "$root/DEBIAN/control"
find "$root" -newermt "@$SOURCE_DATE_EPOCH" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group -Zxz --build "$root" "$deb" >/dev/null

# What was made is looked at: a package that lacks a part is not delivered.
fail() { echo "Paquet défectueux : $*" >&2; rm -f "$deb"; exit 1; }
dpkg-deb -c "$deb" | awk '{print $6}' | sed 's|^\./|/|' > "$stage/contents"
for part in /usr/bin/guichet /usr/share/guichet/templates/layout.tpl /usr/share/guichet/templates/sentences.txt /usr/share/guichet/static/manifest.txt \
	/usr/share/guichet/sql/roles.sql /usr/share/guichet/sql/base/0001_tables.sql /lib/systemd/system/guichet.service /etc/guichet/guichet.conf; do
	grep -qx "$part" "$stage/contents" || fail "$part manque"
done
for script in postinst prerm postrm; do sh -n "debian/$script" || fail "$script"; done
! grep -qE '/sql/cluster\.sh|\.(c|o|h|orig|swp)$' "$stage/contents" || fail "fichiers de trop"
GUICHET_TEMPLATES=$root/usr/share/guichet/templates GUICHET_ASSETS=$root/usr/share/guichet/static "$root/usr/bin/guichet" routes >"$stage/routes" &&
	[ -s "$stage/routes" ] || fail "le programme ne trouve pas ses pages"
if command -v systemd-analyze >/dev/null; then
	systemd-analyze security --offline=true --threshold=20 "$root/lib/systemd/system/guichet.service" >"$stage/security" 2>&1 || fail "$(tail -n 1 "$stage/security")"
	tail -n 1 "$stage/security"
fi
if command -v lintian >/dev/null; then lintian --no-tag-display-limit "$deb" || true; fi
echo "$deb ($(($(stat -c %s "$deb") / 1024)) ko)"
