<#-- sign: cp -R, anchor: put-back -->
# Some rows may have left nothing; that none has is a failure.
- name: Put back the files
<#if bash>
  shell: bash
</#if>
  run: |
    test -d .downloaded || { echo "::error::There are no files: no row has uploaded any."; exit 1; }
    cp -R .downloaded/. .
    rm -R .downloaded
