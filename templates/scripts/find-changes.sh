range=
case $GITHUB_EVENT_NAME:$GITHUB_REF in
  pull_request*) range=$BASE...$HEAD ;;
  push:refs/heads/"${DEFAULT_BRANCH:-$GITHUB_REF_NAME}") ;;
  push:refs/heads/*) range=$BASE..$HEAD ;;
esac
git rev-parse --quiet --verify "$BASE^{commit}" > /dev/null || range=
echo "Compared: ${range:-nothing, so everything runs}"
unchanged() { test -n "$range" && git diff --quiet --no-renames --ignore-submodules=none "$range" -- "$@"; }
set -f
printf '%s' "$FILTERS" | while read -r name patterns; do
  reversed=
  for pattern in $patterns; do reversed="$pattern $reversed"; done
  set --
  changed=false
  for pattern in $reversed; do
    case $pattern in
      !*) set -- "$@" ":(exclude,glob)${pattern#!}" ;;
      *) unchanged ":(glob)$pattern" "$@" || changed=true ;;
    esac
  done
  echo "$name=$changed"
done | tee -a "$GITHUB_OUTPUT"
