<#-- sign: toJSON(needs), anchor: decide, list: verdict -->
<#-- Only what is listed passes; anything else fails, also a result that forges may add, or needs that are written in another way. -->
<#if maySkip??>
- name: Check that all needed jobs succeeded, or were skipped as allowed
  env:
    NEEDS: ${{ toJSON(needs) }}
    MAY_SKIP: <@yaml>[=maySkip]</@yaml>
<#if bash>
  shell: bash
</#if>
  run: <@yaml>
[=script("all-passed.sh")]
</@yaml>
<#else>
- name: Check that all needed jobs succeeded
  env: { NEEDS: "${{ toJSON(needs) }}" }
<#if bash>
  shell: bash
</#if>
  run: <@yaml>
[=script("all-succeeded.sh")]
</@yaml>
</#if>
