set --
while IFS= read -r argument; do
  [ -z "$argument" ] || set -- "$@" "$argument"
done << EOF
$NOX_POSARGS
EOF
