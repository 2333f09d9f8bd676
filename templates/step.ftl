<#list step.comments as line>
      # [=line]
</#list>
      - [=step.first]
<#list step.fields as field>
        [=field]
</#list>
