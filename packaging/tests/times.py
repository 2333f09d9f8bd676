"""Compares the wheel's time with the launcher's: `times.py LAUNCHER WHEEL JAVA_HOME MANIFEST`. Ends with 1 if it is too slow."""

import os
import statistics
import subprocess
import sys
import time

RUNS = 31
MOST = 1.1
MOST_OF_FIRST = 3.0


def main():
    launcher, wheel, home, manifest = sys.argv[1:]
    environment = {**os.environ, "GEN_CI_JAVA": home}
    seconds([launcher, "check", manifest], environment)
    first = seconds([wheel, "check", manifest], os.environ)
    times = {launcher: [], wheel: []}
    for _ in range(RUNS):  # in turn, so that both meet the same load
        times[launcher].append(seconds([launcher, "check", manifest], environment))
        times[wheel].append(seconds([wheel, "check", manifest], os.environ))
    by_launcher, by_wheel = (statistics.median(values) for values in times.values())
    print(f"check by the launcher: {by_launcher:.3f} s; by the wheel: {by_wheel:.3f} s ({by_wheel / by_launcher:.2f} x)")
    print(f"first use of the wheel: {first:.2f} s")
    return 0 if by_wheel <= MOST * by_launcher and first <= MOST_OF_FIRST else 1


def seconds(command, environment):
    started = time.perf_counter()
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - started


sys.exit(main())
