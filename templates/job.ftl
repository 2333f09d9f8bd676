<#if final>
  # <#list comments as purpose>[=purpose] </#list><#if required>The only check that branch protection has to require.<#else>Fails if any other job failed.</#if>
<#else>
<#list comments as line>
  # [=line]
</#list>
</#if>
  [=id]:
    name:[=name]
<#if condition??>
    if:[=condition]
</#if>
<#if needs??>
    needs:[=needs]
</#if>
<#if uses??>
    uses: [=uses]
</#if>
<#list fields as field>
<#if field.line??>
    [=field.line]
<#else>
    strategy:
<#list field.strategy as line>
      [=line]
</#list>
      matrix:
<#list field.axes as axis>
        [=axis]
</#list>
<#if field.rows??>
        include:
<#list field.rows as row>
          - [=row]
</#list>
</#if>
</#if>
</#list>
<#if uses??>
<#elseif alias??>
    steps: *[=alias]
<#else>
    steps:<#if anchor??> &[=anchor]</#if>
<#list steps as step>
<#if step.alias??>
      - *[=step.alias]
<#else>
[=step.comments]      - <#if step.anchor??>&[=step.anchor]
        </#if>[=step.body]<#rt>
</#if>
</#list>
</#if>
