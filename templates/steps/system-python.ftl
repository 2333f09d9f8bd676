<#-- sign: GITHUB_PATH, anchor: python -->
# Uses the image's interpreter, with a separate environment for nox.
- name: Set up Python
<#if bash>
  shell: bash
</#if>
  run: |
    <#if noxPython??>python[=noxPython]<#else>"python$NOX_PYTHON"</#if> -m venv "$RUNNER_TEMP/nox"
    echo "$RUNNER_TEMP/nox/bin" >> "$GITHUB_PATH"
