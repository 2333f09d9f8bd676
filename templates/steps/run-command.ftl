<#-- anchor: command -->
<#if timeout??>
# Ends before the job does: a job that runs out of time counts as cancelled.
</#if>
- name: Run the command
<#if mayFail>
  id: session
  continue-on-error: true
</#if>
<#if timeout??>
  timeout-minutes:[=timeout]
</#if>
<#if bash>
  shell: bash
</#if>
  run:[=run]
