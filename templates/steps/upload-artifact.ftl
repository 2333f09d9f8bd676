<#-- sign: /upload-artifact, anchor: upload -->
<#if keepsFolders>
# ".from-here" matches nothing: with it, folders are kept from the workspace on.
</#if>
- name: Upload files
<#if condition??>
  if:[=condition]
</#if>
  uses: [=uses("actions/upload-artifact")]
  with:[=with]
