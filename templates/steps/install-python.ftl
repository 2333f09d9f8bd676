<#-- sign: uv python install -->
- name: Set up the session's Python
<#if bash>
  shell: bash
</#if>
  run: uv python install "$NOX_PYTHON"
