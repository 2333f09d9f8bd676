<#-- sign: actions/setup-python, anchor: python -->
- name: Set up Python
<#if named>
  id: python
</#if>
  uses: [=uses("actions/setup-python")]
<#if file??>
  with: { python-version-file: <@yaml flow=true>[=file]</@yaml> }
<#elseif preReleases>
  with:
    python-version: ${{ env.NOX_PYTHON }}
    allow-prereleases: true
<#else>
  with: { python-version: "${{ env.NOX_PYTHON }}" }
</#if>
