<#ftl attributes={"sign": "environment"}>
# What an environment depends on.<#if weekly> The week is part of it, so that what is not pinned stays fresh.<#elseif daily> The day is part of it, so that what is not pinned stays fresh.</#if>
- name: Describe the environment
  id: environment
<#if source == "setup-python">
  env: { INTERPRETER: "${{ steps.python.outputs.python-path }}" }
</#if>
<#if bash>
  shell: bash
</#if>
  run: <@yaml>
<#if source == "system">
<#include "/scripts/find-python.sh">
</#if>
<#if source == "setup-python">"$INTERPRETER"<#elseif source == "uv">"$(uv python find "$NOX_PYTHON")"<#elseif source == "system">"$python"<#else>python</#if> - << 'EOF' >> "$GITHUB_OUTPUT"
<#include "/scripts/describe.py">
EOF
</@yaml>
