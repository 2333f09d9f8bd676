<#-- sign: GITHUB_OUTPUT, anchor: environment -->
# What the cache key depends on.<#if weekly> The week is part of it, to pick up new releases of unpinned dependencies.<#elseif daily> The day is part of it, to pick up new releases of unpinned dependencies.</#if>
- name: Describe the environment
  id: venv
<#if env??>
  env:[=env]
</#if>
<#if shell??>
  shell:[=shell]
</#if>
  run: <@yaml>
<#if system>
[=script("find-python.sh")]
</#if>
<#if uv>
python=$(uv python find<#if !inFile> "$NOX_PYTHON"</#if><#if folder??> --directory [=folder]</#if>)
</#if>
<#if several>
{
  [=script("describe.sh", "\n  ")]
} >> "$GITHUB_OUTPUT"
<#else>
[=script("describe.sh", " >> \"$GITHUB_OUTPUT\"\n")] >> "$GITHUB_OUTPUT"
</#if>
</@yaml>
