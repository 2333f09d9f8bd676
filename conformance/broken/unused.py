# Rejected by: ruff (`os` imported but unused)
import os
print("x")
