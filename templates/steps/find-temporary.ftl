<#-- sign: folder=, anchor: temporary -->
# In a container this is not the folder that runner.temp names.
- name: Find the folder for temporary files
  id: temporary
<#if bash>
  shell: bash
</#if>
  run: echo "folder=$RUNNER_TEMP" >> "$GITHUB_OUTPUT"
