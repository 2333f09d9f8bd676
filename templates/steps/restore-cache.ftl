<#-- sign: actions/cache, anchor: cache -->
<#-- Ordered from what changes least to what changes most, because forges match a prefix. The bar, which no encoded name
     contains, keeps the session "tests" from restoring a cache of "tests-slow". -->
<#assign prefix>nox-[=epoch]-${{ runner.os }}-<#if runner??>[=runner]<#else>${{ env.NOX_RUNNER }}</#if>-<#if image>${{ steps.venv.outputs.image }}-</#if>${{ runner.arch }}-[=backend]-<#if release>${{ steps.python.outputs.python-version }}<#else>${{ steps.venv.outputs.interpreter }}</#if>-<#if weekly>${{ steps.venv.outputs.week }}-<#elseif daily>${{ steps.venv.outputs.day }}-</#if><#if calls??>[=calls]<#if force>-${{ env.NOX_PYTHON }}</#if><#elseif encoded>${{ steps.venv.outputs.session }}<#else>${{ env.NOX_SESSION }}<#if force>-${{ env.NOX_PYTHON }}</#if></#if><#if fallback>|<#else>-</#if></#assign><#t>
# The path is absolute because environments hold absolute paths.
- name: <@yaml><#if save>Cache<#else>Restore</#if> [=folder]</@yaml>
<#if !save>
  id: cache
</#if>
  if: <@yaml>${{ hashFiles([=hash]) != ''<#if notOnSchedule> && github.event_name != 'schedule'</#if> }}</@yaml>
  uses: <#if save>[=uses("actions/cache")]<#else>[=uses("actions/cache/restore")]</#if>
  with:
    path: <@yaml><#if container>${{ steps.venv.outputs.workspace }}<#else>${{ github.workspace }}</#if>/[=folder]</@yaml>
    key: <@yaml>[=prefix]${{ hashFiles([=hash]) }}</@yaml>
<#if fallback>
    restore-keys: <@yaml>[=prefix]</@yaml>
</#if>
