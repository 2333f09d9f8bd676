<#-- A step of the manifest, as it is written there. -->
- [=first]
<#list others as field>
  [=field]
</#list>
