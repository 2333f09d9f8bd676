bad=
for job in $MUST; do
  case $job in *=success) ;; *) bad="$bad $job" ;; esac
done
for job in $MAY_SKIP; do
  case $job in *=success | *=skipped) ;; *) bad="$bad $job" ;; esac
done
echo "neither succeeded nor skipped as allowed:${bad:- none}"
test -z "$bad"
