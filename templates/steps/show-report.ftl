<#-- sign: No session ran, anchor: report -->
- name: Show which sessions ran
  if: ${{ always() }}
<#if mayFail??>
  continue-on-error:[=mayFail]
</#if>
<#if bash>
  shell: bash
</#if>
  run: <@yaml>
[=script("show-report.sh")]
</@yaml>
