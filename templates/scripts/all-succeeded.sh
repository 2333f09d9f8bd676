echo "$NEEDS"
test -n "$RESULTS"
for result in $RESULTS; do test "$result" = success; done
