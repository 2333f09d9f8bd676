<#-- anchor: run-command, list: command -->
<#if timeout??>
# Times out before the job does: a job that times out counts as cancelled.
</#if>
- name: Run the command
<#if mayFail??>
  id: session
  continue-on-error:[=mayFail]
</#if>
<#if timeout??>
  timeout-minutes:[=timeout]
</#if>
<#if shell??>
  shell:[=shell]
</#if>
<#if directory??>
  working-directory:[=directory]
</#if>
  run:[=run]
