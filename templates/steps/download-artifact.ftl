<#-- sign: actions/download-artifact, anchor: download -->
- name: <@yaml>Download the files of [=from]</@yaml>
  uses: [=uses("actions/download-artifact")]
  with:[=with]
