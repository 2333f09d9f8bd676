"""What a workflow means, worked out from the manifest's documents and from nothing of the compiler.

`judge.judge(manifest, workflow, target)` takes two texts and gives findings. The rules are those of docs/manifest.md,
docs/workflow.md and of the forges themselves; nothing here is taken from the Java sources.
"""
