import sys, time
print("python", sys.version, time.time(), sep="=")
