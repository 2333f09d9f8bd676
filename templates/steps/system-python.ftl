<#-- sign: GITHUB_PATH -->
# The image's own interpreter; nox gets an environment of its own.
- name: Set up Python
<#if bash>
  shell: bash
</#if>
  run: |
    <#if noxPython??>python[=noxPython]<#else>"python$NOX_PYTHON"</#if> -m venv "$RUNNER_TEMP/nox"
    echo "$RUNNER_TEMP/nox/bin" >> "$GITHUB_PATH"
