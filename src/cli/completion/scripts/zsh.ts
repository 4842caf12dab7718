/** Works as a file in `$fpath`, where it is run at the first completion, and when it is sourced. */
export const zshScript = `#compdef prompt-runner prompt-tool
# Completion of prompt-runner for zsh.

_prompt_runner() {
  local -a values shown
  local line
  for line in "\${(@f)$(prompt-runner complete -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)}"; do
    case $line in
      '') ;;
      :file) compset -P '*='; _files; return ;;
      :folder) compset -P '*='; _files -/; return ;;
      *)
        values+=("\${line%%$'\\t'*}")
        shown+=("\${line/$'\\t'/  -- }")
        ;;
    esac
  done
  compadd -V prompt-runner -l -d shown -a values
}

if [[ \${funcstack[1]} == _prompt-runner ]]; then
  _prompt_runner "$@"
elif (( \${+functions[compdef]} )); then
  compdef _prompt_runner prompt-runner prompt-tool
fi
`;
