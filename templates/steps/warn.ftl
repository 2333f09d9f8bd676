<#-- sign: ::warning::, anchor: warn -->
- name: Warn about the failure
  if: ${{ steps.session.outcome == 'failure' }}
<#if bash>
  shell: bash
</#if>
  run: echo "::warning::The session failed, which is allowed."
