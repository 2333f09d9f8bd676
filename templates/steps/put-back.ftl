<#-- sign: cp -R, anchor: put-back -->
# A download that finds nothing does not fail. Some rows may have left nothing, but not all.
- name: Put back the files
<#if bash>
  shell: bash
</#if>
  run: |
    test -d .downloaded || { echo "::error::There are no files: no row has uploaded any."; exit 1; }
    cp -R .downloaded/. .
    rm -R .downloaded
