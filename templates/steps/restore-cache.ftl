<#-- sign: actions/cache, anchor: cache -->
<#-- Ordered from what changes least to what changes most, because forges match a prefix. The bar, which no encoded name
     contains, keeps the session "tests" from restoring a cache of "tests-slow". -->
<#assign prefix><#if downloads>downloads<#else>nox</#if>-[=epoch]-${{ runner.os }}-<#if runner??>[=runner]-<#elseif byRunner>${{ env.NOX_RUNNER }}-</#if><#if image>${{ steps.venv.outputs.image }}-</#if>${{ runner.arch }}-[=backend]-<#if release>${{ steps.python.outputs.python-version }}<#else>${{ steps.venv.outputs.interpreter }}</#if>-<#if weekly>${{ steps.venv.outputs.week }}-<#elseif daily>${{ steps.venv.outputs.day }}-</#if><#if calls??>[=calls]<#if force>-${{ env.NOX_PYTHON }}</#if><#elseif encoded>${{ steps.venv.outputs.session }}<#else>${{ env.NOX_SESSION }}<#if force>-${{ env.NOX_PYTHON }}</#if></#if><#if bar>|<#else>-</#if></#assign><#t>
<#if downloads>
# Downloads for other hashed files help, too: nox installs what it needs.
<#else>
# The path is absolute because environments hold absolute paths.
</#if>
- name: <@yaml><#if save>Cache<#else>Restore</#if> <#if folder??>[=folder]<#else>downloads</#if></@yaml>
<#if identified>
  id: <#if downloads>downloads<#else>cache</#if>
</#if>
<#if mayHashNothing || notOnSchedule || afterMiss>
  if: <@yaml>${{ <#if mayHashNothing>hashFiles([=hash]) != ''<#if notOnSchedule || afterMiss> && </#if></#if><#if notOnSchedule>github.event_name != 'schedule'<#if afterMiss> && </#if></#if><#if afterMiss>steps.cache.outputs.cache-hit != 'true'</#if> }}</@yaml>
</#if>
  uses: <#if save>[=uses("actions/cache")]<#else>[=uses("actions/cache/restore")]</#if>
  with:
    path: <@yaml>
<#if folder??><#if container>${{ steps.venv.outputs.workspace }}<#else>${{ github.workspace }}</#if>/[=folder]<#else><#if container>${{ steps.temporary.outputs.folder }}<#else>${{ runner.temp }}</#if>/downloads</#if>
<#list inside as each>
<#if container>${{ steps.venv.outputs.workspace }}<#else>${{ github.workspace }}</#if>/[=each]
</#list>
<#list elsewhere as each>
[=each]
</#list>
</@yaml>
    key: <@yaml>[=prefix]${{ hashFiles([=hash]) }}</@yaml>
<#if fallback>
    restore-keys: <@yaml>[=prefix]</@yaml>
</#if>
