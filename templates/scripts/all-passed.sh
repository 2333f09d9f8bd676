bad=
for job in $MUST; do case $job in *=success) ;; *) bad=1; echo "$job" ;; esac; done
for job in $MAY_SKIP; do case $job in *=success | *=skipped) ;; *) bad=1; echo "$job" ;; esac; done
test -z "$bad"
