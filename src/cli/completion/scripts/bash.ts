/**
 * Written for bash 3.2 and later, as macOS has it. Descriptions appear only where bash lists what there is
 * (COMP_TYPE `?` or `!`): otherwise they would be put into the line.
 */
export const bashScript = `# Completion of prompt-runner for bash.

_prompt_runner() {
  local words=() values=() shown=() line value word before='' i
  # Bash takes "--option=value" for three words.
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    if ((i > 1)) && [[ $word == '=' || \${COMP_WORDS[i - 1]} == '=' ]]; then
      words[\${#words[@]} - 1]+=$word
    else
      words+=("$word")
    fi
  done
  word=\${words[\${#words[@]} - 1]}
  if [[ $word == --*=* ]]; then before=\${word%%=*}=; fi

  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      :file)
        compopt -o filenames 2>/dev/null
        while IFS= read -r value; do COMPREPLY+=("$value"); done < <(compgen -f -- "\${word#"$before"}")
        return
        ;;
      :folder)
        compopt -o filenames 2>/dev/null
        while IFS= read -r value; do COMPREPLY+=("$value"); done < <(compgen -d -- "\${word#"$before"}")
        return
        ;;
    esac
    value=\${line%%$'\\t'*}
    printf -v value '%q' "\${value#"$before"}"
    values+=("$value")
    if [[ $line == *$'\\t'* ]]; then value+="  (\${line#*$'\\t'})"; fi
    shown+=("\${value:0:\${COLUMNS:-80} - 2}")
  done < <(prompt-runner complete -- "\${words[@]}" 2>/dev/null)

  if ((\${#values[@]} > 1)) && [[ $COMP_TYPE == 63 || $COMP_TYPE == 33 ]]; then
    COMPREPLY=("\${shown[@]}")
  elif ((\${#values[@]} > 0)); then
    COMPREPLY=("\${values[@]}")
  fi
}

complete -o nosort -F _prompt_runner prompt-runner prompt-tool 2>/dev/null ||
  complete -F _prompt_runner prompt-runner prompt-tool
`;
