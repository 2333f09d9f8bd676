<#-- sign: uv python install, anchor: session-python -->
- name: Set up the session's Python
<#if bash>
  shell: bash
</#if>
  run: uv python install "$NOX_PYTHON"
