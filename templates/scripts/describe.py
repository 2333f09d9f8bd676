import os, platform, sysconfig, time, urllib.parse
release = platform.python_implementation(), platform.python_version()
print("interpreter", "-".join([*release, sysconfig.get_platform()]), sep="=")
print("week", time.strftime("%G-W%V", time.gmtime()), sep="=")  # if weekly
print("day", time.strftime("%Y-%m-%d", time.gmtime()), sep="=")  # if daily
print("session", urllib.parse.quote(os.environ["NOX_SESSION"], ""), sep="=")  # if !force
print("session", urllib.parse.quote(os.environ["NOX_SESSION"] + "-" + os.environ["NOX_PYTHON"], ""), sep="=")  # if force
