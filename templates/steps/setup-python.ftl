<#-- sign: actions/setup-python, anchor: python -->
- name: Set up Python
<#if named>
  id: python
</#if>
  uses: [=uses("actions/setup-python")]
  with: { <#if file??>python-version-file: <@yaml flow=true>[=file]</@yaml><#else>python-version: "${{ env.NOX_PYTHON }}"</#if><#if preReleases>, allow-prereleases: true</#if> }
