# Rejected by: ruff (Cannot use named assignment expression)
if (size := 1) > 0:
    print(size)
