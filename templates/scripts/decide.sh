printf '%s\n' "$NEEDS" | awk -F '"' '/^  "/ { job = $2 }
  /^    "result"/ && ++jobs && $4 != "success" { bad = 1; print job ": " $4 } END { exit bad || !jobs }'  # if must
  function skips() { return $4 == "skipped" && index(" " ENVIRON["MAY_SKIP"] " ", " " job " ") }  # if mayBeSkipped
  /^    "result"/ && ++jobs && $4 != "success" && !skips() { bad = 1; print job ": " $4 } END { exit bad || !jobs }'  # if mayBeSkipped
