<#-- sign: actions/setup-python, anchor: python -->
- name: Set up Python
<#if named>
  id: python
</#if>
  uses: [=uses("actions/setup-python")]
  with: { python-version: "${{ env.NOX_PYTHON }}"<#if preReleases>, allow-prereleases: true</#if> }
