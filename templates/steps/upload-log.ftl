<#-- sign: /nox, anchor: upload-log -->
- name: Upload the <#if log>log<#if report> and the report</#if><#else>report</#if>
  if: ${{ <#if always>always()<#else>!success()<#if mayFail> || steps.session.outcome == 'failure'</#if></#if> }}
  uses: [=uses("actions/upload-artifact")]
  with:
    name: <@yaml>[=name]</@yaml>
    path: <@yaml>
<#if log>
<#if container>${{ steps.temporary.outputs.folder }}<#else>${{ runner.temp }}</#if>/nox.log
</#if>
<#if report>
<#if container>${{ steps.temporary.outputs.folder }}<#else>${{ runner.temp }}</#if>/nox-report*.json
</#if>
</@yaml>
    if-no-files-found: ignore
<#if days??>
    retention-days: [=days]
</#if>
