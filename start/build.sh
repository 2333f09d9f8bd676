# shellcheck shell=sh disable=SC3013,SC2154 # -nt and -ef, as in gen-ci; the variables are launch.sh's
# What gen-ci needs but seldom: the build of the jar, the start-up archive, and what to do when one of them is damaged.
# Read by launch.sh, with `.`. One process at a time does this, behind a lock. It deletes nothing but what it has made, by
# names of its own below the folder of records.

# What a recording runs, in samples/shieldcraft: every way a "check" or "generate" can take, each ended by ";".
training() {
    cd "$place/samples/shieldcraft" 2>/dev/null || cd "$place"
    become "$1" dev.genci.cli.Training \
        check ';' generate --target github ';' generate --target forgejo ';' lint ';' table ';'
}

# Sets real (java itself, behind scripts and links) and version.
look_at_java() {
    if [ "$java" = "$bundled" ]; then
        describe "$java" # which asks no JVM
        version=${a#*=\"} version=${version%%.*} real=$java
        return
    fi
    facts=$("$java" -XshowSettings:properties -version 2>&1 </dev/null) || :
    version=$(printf '%s\n' "$facts" | sed -n 's/.* version "\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' | head -n 1)
    [ -n "$version" ] || fail "cannot tell the version of $java: $facts"
    [ "$version" -ge "$oldest_java" ] || fail "$java is Java $version; gen-ci needs $oldest_java or newer (set JAVA_HOME)"
    real=$(printf '%s\n' "$facts" | sed -n 's|^ *java\.home = \(.*\)|\1/bin/java|p')
    [ -x "$real" ] || real=$java
}

look_at_maven() {
    [ -x "${real%/*}/javac" ] || fail "$real is a JRE: building gen-ci needs a JDK, $oldest_java or newer"
    command -v mvn >/dev/null || fail "found no Maven: building gen-ci needs mvn, 3.8 or newer, on the PATH"
    facts=$(JAVA_HOME=${real%/bin/java} mvn -B -v 2>&1 </dev/null) || :
    maven=$(printf '%s\n' "$facts" | sed -n 's/.*Apache Maven \([0-9]*\.[0-9]*\).*/\1/p')
    case $maven in
        '') fail "cannot tell the version of mvn: $facts" ;;
        [12].* | 3.[0-7]) fail "this is Maven $maven; building gen-ci needs 3.8 or newer" ;;
    esac
}

work='' why=''
build() {
    [ "$records" = "$home/target/start" ] || fail "$incomplete"
    if [ -n "$why" ]; then :; elif [ -e "$jar" ]; then why="its sources changed"; else why="first use"; fi
    say "$why: building (some seconds; the first time Maven downloads libraries)"
    # A folder of this run alone: nothing old gets into the jar, which appears in one move, as old as its sources. Those of
    # builds that were killed go first.
    rm -rf "$records"/build.*
    work=$records/build.$$
    mkdir "$work" 2>/dev/null || fail "cannot write $records"
    : >"$work/start"
    JAVA_HOME=${real%/bin/java} \
        mvn -B -q -Dquick -f "$home/pom.xml" -Dwork.folder="$work" -Djar.folder="$work" package \
        >"$work/log" 2>&1 </dev/null &
    await
    if [ "$code" != 0 ] || [ ! -s "$work/gen-ci.jar" ]; then
        cat "$work/log" >&2 || :
        fail "the build failed (Maven's words are above)"
    fi
    touch -r "$work/start" "$work/gen-ci.jar"
    mv -f "$work/gen-ci.jar" "$jar"
    rm -rf "$work"
    work=
}

# Records an archive once. A failure is recorded as well: then gen-ci starts slower, but does start. (So it does where
# the path has spaces and Java is 17, which then archives only its own classes; and where it has a colon, with which Java
# would separate archives.)
archive() {
    { rm -f "$record/record" "$record/archive" "$record"/new.* && mkdir -p "$record"; } 2>/dev/null || return 0
    [ -z "$wheel" ] || sweep
    [ -n "$why" ] || say "first use with $java: preparing a faster start-up (a second or two)"
    new=$record/new.$$
    if [ "$version" -ge 25 ]; then
        # Without what it learned of methods: that would have them compiled before anything runs, for a run too short.
        make=AOTCacheOutput use=AOTCache how='-XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining'
    else
        make=ArchiveClassesAtExit use=SharedArchiveFile how=
    fi
    case $record in
        *:*) use= ;;
        *)
            (GEN_CI_JAVA_OPTS=$how training "-XX:$make=$new") >/dev/null 2>&1 </dev/null &
            await
            { [ "$code" = 0 ] && mv "$new" "$record/archive"; } 2>/dev/null || use=
            ;;
    esac
    [ "$java" -ef "$real" ] && kind=program || kind=script
    describe "$real"
    { printf '%s\n' "$place" "$real" "$kind" "$use" "$description" >"$new" && mv "$new" "$record/record"; } 2>/dev/null || :
    rm -f "$record"/new.*
    option=${use:+-XX:$use=$record/archive}
}

# Removes what was recorded for wheels that have been uninstalled since: pre-commit and uv make a new folder for each version.
sweep() {
    for old in "${records%/*}"/*/*/record; do
        { IFS= read -r there <"$old"; } 2>/dev/null || continue
        case $there in /*) ;; *) continue ;; esac
        [ ! -e "$there" ] || continue
        rm -f "${old%/record}/archive" "$old"
        rmdir "${old%/*}" && rmdir "${old%/*/record}" || :
    done 2>/dev/null
}

# Whoever holds the lock has its name in it.
lock() {
    lock=$records/lock waited=0
    until mkdir "$lock" 2>/dev/null; do
        waited=$((waited + 1))
        [ $waited -lt 6000 ] || fail "waited for ten minutes for process $owner: end it, or remove $lock"
        owner=$(cat "$lock/owner" 2>/dev/null) || owner=
        # Whoever takes a lock names itself at once: without a name for a second, its owner was killed right then. One with
        # our own number is gone, too: in containers, everybody's first process has the same.
        if [ -z "$owner" ] && [ $((waited % 10)) -ne 0 ]; then
            :
        elif [ "$owner" = $$ ] || ! kill -0 "${owner:-nobody}" 2>/dev/null; then
            # Should two processes do this at once, one of them builds in vain: each has a folder of its own.
            { rm -f "$lock/owner" && rmdir "$lock" || rm -f "$lock"; } 2>/dev/null || :
        fi
        [ -n "$wheel" ] && doing='preparing a faster start-up' || doing=building
        [ $waited -ne 5 ] || say "waiting for another gen-ci that is $doing"
        sleep 0.1 2>/dev/null || sleep 1
    done
    locked=1
    echo $$ >"$lock/owner"
}

unlock() {
    locked=
    [ -z "$child" ] || { kill "$child" 2>/dev/null && wait "$child" 2>/dev/null; } || :
    [ -z "$work" ] || rm -rf "$work"
    rm -f "$lock/owner" && rmdir "$lock" 2>/dev/null || :
}

# Leaves a jar, and an archive where one can be. Files are made for everybody to read and nobody else to write, whatever
# the caller's mask is; what the program writes is the caller's business.
prepare() {
    look_at_java
    place=$(cd "$home" && pwd -P) option=
    case $place in *:*) fail "$place has a colon in its path, where Java ends the name of a jar: move it" ;; esac
    [ -n "$wheel" ] && incomplete="$jar is missing: install gen-ci again" || incomplete="cannot write $home/target"
    mask=$(umask)
    umask 022
    if [ -z "$records" ] || ! mkdir -p "$records" 2>/dev/null || [ ! -w "$records" ]; then
        [ -s "$jar" ] || fail "$incomplete"
    else
        lock
        if stale; then
            [ -z "$wheel" ] || fail "$incomplete"
            look_at_maven
            build
        fi
        if ! ready; then archive; fi
        unlock
    fi
    umask "$mask"
}

# Does what is in the jar run, with option $1?
runs() {
    (training "$1") >/dev/null 2>&1 </dev/null &
    await
    [ "$code" = 0 ]
}

# Java ended with $code, which the program does not. Removes what is damaged and makes it again; returns 1, with the same
# code, where that is not the cause.
mend() {
    ended=$code
    [ -n "$(pwd -P 2>/dev/null)" ] || fail "the current folder does not exist any more"
    if runs "$option"; then code=$ended && return 1; fi
    if [ -n "$option" ] && runs ''; then
        rm -f "$record/record" 2>/dev/null || { say "$record/archive is damaged: delete it" && option= && return 0; }
        say "the start-up archive was damaged: recording it again"
        why=damaged
    elif (become '' -version) >/dev/null 2>&1 </dev/null; then
        [ -w "$home/src/main" ] && [ -w "$home/target" ] || fail "$jar is damaged: install gen-ci again"
        why="its jar was damaged"
        rm -f "$jar"
    else
        code=$ended && return 1
    fi
    prepare
}
