echo "$NEEDS" | awk -F '"' '/^  "/ { job = $2 } /^    "result"/ && $4 != "success" { print job ": " $4 }' || true
echo "$RESULTS" | grep -qx 'success\( success\)*'
