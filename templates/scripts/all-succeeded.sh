printf '%s\n' "$NEEDS" | awk -F '"' '/^  "/ { job = $2 }
  /^    "result"/ && ++jobs && $4 != "success" { bad = 1; print job ": " $4 } END { exit bad || !jobs }'
