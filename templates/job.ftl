<#list job.comments as line>
  # [=line]
</#list>
  [=job.id]:
    name:[=job.name]
<#if job.condition??>
    if:[=job.condition]
</#if>
<#if job.needs??>
    needs:[=job.needs]
</#if>
<#list job.fields as key, value>
<#if key == "strategy">
    strategy:
<#list job.strategy as field>
      [=field]
</#list>
      matrix:
<#if job.rows??>
        include:
<#list job.rows as row>
          - [=row]
</#list>
<#else>
<#list job.axes as axis>
        [=axis]
</#list>
</#if>
<#else>
    [=key]:[=value]
</#if>
</#list>
<#if job.alias??>
    steps: *[=job.alias]
<#else>
    steps:<#if job.anchor??> &[=job.anchor]</#if>
[=job.steps]<#t>
</#if>
