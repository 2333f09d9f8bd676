<#-- sign: /download-artifact, anchor: download -->
- name: <@yaml>Download the files of [=from]</@yaml>
<#if mayLack>
  continue-on-error: true
</#if>
  uses: [=uses("actions/download-artifact")]
  with:[=with]
