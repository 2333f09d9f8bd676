printf '%s\n' "$NEEDS" | awk -F '"' '/^  "/ { job = $2 }
  function skips() { return $4 == "skipped" && index(" " ENVIRON["MAY_SKIP"] " ", " " job " ") }
  /^    "result"/ && ++jobs && $4 != "success" && !skips() { bad = 1; print job ": " $4 } END { exit bad || !jobs }'
