<#-- A step of the manifest, as it is written there. -->
<#list fields as field>
<#if field?is_first>-<#else> </#if> [=field]
</#list>
