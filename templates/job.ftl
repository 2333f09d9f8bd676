<#list job.comments as line>
  # [=line]
</#list>
  [=job.id]:
<#list job.fields as field>
    [=field]
</#list>
<#if job.alias??>
    steps: *[=job.alias]
<#else>
    steps:<#if job.anchor??> &[=job.anchor]</#if>
<#list job.steps as step>
<#include "step.ftl">
</#list>
</#if>
