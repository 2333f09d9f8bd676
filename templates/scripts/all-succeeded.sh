echo "$NEEDS" | awk -F '"' '/^  "/ { job = $2 } /^    "result"/ && $4 != "success" { print job ": " $4 }' || true
test -n "$RESULTS"
for result in $RESULTS; do test "$result" = success; done
