for name in one two; do
  printf '%s\n' "$name"
done
