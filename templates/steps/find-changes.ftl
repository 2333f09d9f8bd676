<#-- sign: git diff, anchor: changes -->
# Each line of FILTERS is an output and its patterns: "!" takes away from those before it.
- name: Find out what changed
  id: changes
  env:
    BASE: ${{ github.event.pull_request.base.sha || github.event.before }}
    HEAD: ${{ github.event.pull_request.head.sha || github.sha }}
    DEFAULT_BRANCH: ${{ github.event.repository.default_branch }}
    FILTERS:[=filters]
<#if bash>
  shell: bash
</#if>
  run: <@yaml>
[=script("find-changes.sh")]
</@yaml>
