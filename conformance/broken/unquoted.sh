# Rejected by: shellcheck (Double quote to prevent globbing)
while read -r line; do
  rm $line
done
