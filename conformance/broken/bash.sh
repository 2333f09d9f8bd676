# Rejected by: shellcheck (In POSIX sh, arrays are undefined)
names=(one two)
echo "${names[0]}"
