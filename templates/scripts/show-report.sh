{
  echo '| Session | Result | Seconds |'
  echo '| --- | --- | --: |'
  awk '
    /^      "name": / { name = $0 }
    signatures { name = $0; signatures = 0 }
    /^      "signatures": \[$/ { signatures = 1 }
    /^      "result": / { split($0, words, "\""); result = words[4] }
    /^      "duration": / {
      sub(/^ *("name": )?"/, "", name); sub(/",?$/, "", name); gsub(/\|/, "\\\\|", name)
      printf "| %s | %s | %.1f |\n", name, result, $2
    }
  ' "$RUNNER_TEMP"/nox-report*.json || true
} | tee -a "${GITHUB_STEP_SUMMARY:-/dev/null}"
if ! grep -Eqs '^      "result": "(success|failed|aborted)"' "$RUNNER_TEMP"/nox-report*.json; then
  echo "::error::No session ran, or all of them skipped themselves: see nox's report."
  exit 1
fi
