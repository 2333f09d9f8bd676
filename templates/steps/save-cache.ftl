<#-- sign: actions/cache/save, anchor: save-cache -->
- name: <@yaml>Save [=folder]</@yaml>
  if: ${{ <#if onlyAfterSuccess>steps.session.outcome == 'success' && </#if><#if notOnTag>github.ref_type != 'tag' && </#if><#if notOnWorkflowRun>github.event_name != 'workflow_run' && </#if><#if notOnDispatch>github.event_name != 'repository_dispatch' && </#if>steps.cache.outputs.cache-primary-key != '' && steps.cache.outputs.cache-hit != 'true' }}
  uses: [=uses("actions/cache/save")]
  with:
    path: <@yaml><#if container>${{ steps.venv.outputs.workspace }}<#else>${{ github.workspace }}</#if>/[=folder]</@yaml>
    key: ${{ steps.cache.outputs.cache-primary-key }}
