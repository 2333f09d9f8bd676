import os, platform, sysconfig, time, urllib.parse  # if !image
import os, platform, sysconfig, time, urllib.parse, zlib  # if image
release = platform.python_implementation(), platform.python_version(), str(sysconfig.get_config_var("EXT_SUFFIX"))
print("interpreter", "-".join([*release, sysconfig.get_platform()]), sep="=")
system = open("/etc/os-release", "rb").read() if os.path.exists("/etc/os-release") else platform.version().encode()  # if image
system += os.environ["IMAGE"].encode()  # if container
print("image", zlib.crc32(system), sep="=")  # if image
print("workspace", os.environ["GITHUB_WORKSPACE"], sep="=")  # if container
print("week", time.strftime("%G-W%V", time.gmtime()), sep="=")  # if weekly
print("day", time.strftime("%Y-%m-%d", time.gmtime()), sep="=")  # if daily
print("session", urllib.parse.quote(os.environ["NOX_SESSION"], ""), sep="=")  # if !force
print("session", urllib.parse.quote(os.environ["NOX_SESSION"] + "-" + os.environ["NOX_PYTHON"], ""), sep="=")  # if force
