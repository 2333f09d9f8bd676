# shellcheck shell=sh
# The one way to find a Java, for the launcher and for whatever else starts gen-ci. To be read by a shell, with `.`.

oldest_java=17

# Sets java to the program to run: GEN_CI_JAVA (a program, or the home of a Java), else the one in bundled, which came with
# gen-ci, else that of JAVA_HOME, else the first on the PATH. Without one, it says in missing what to do and returns 1. Starts
# no process. Only a wheel, for which wheel is set, can do with less than a JDK.
find_java() {
    java='' missing=
    if [ -n "${GEN_CI_JAVA:-}" ]; then
        java=$GEN_CI_JAVA
        [ ! -d "$java" ] || java=${java%/}/bin/java
        if [ ! -x "$java" ] || [ -d "$java" ]; then
            missing="GEN_CI_JAVA is $GEN_CI_JAVA, but that is no Java"
            return 1
        fi
    elif [ -n "${bundled:-}" ]; then
        java=$bundled
    elif [ -n "${JAVA_HOME:-}" ]; then
        if [ ! -x "${JAVA_HOME%/}/bin/java" ] || [ -d "${JAVA_HOME%/}/bin/java" ]; then
            missing="JAVA_HOME is $JAVA_HOME, but there is no bin/java in it"
            return 1
        fi
        java=${JAVA_HOME%/}/bin/java
    else
        set -f
        IFS=:
        for folder in ${PATH-}; do
            if [ -x "${folder:-.}/java" ] && [ ! -d "${folder:-.}/java" ]; then java=${folder:-.}/java && break; fi
        done
        unset IFS
        set +f
        if [ -z "$java" ]; then
            [ -n "${wheel:-}" ] && missing=one || missing='a JDK'
            missing="found no Java: install $missing, $oldest_java or newer, and set JAVA_HOME or PATH"
            return 1
        fi
    fi
    case $java in /*) ;; *) java=$PWD/$java ;; esac
}
