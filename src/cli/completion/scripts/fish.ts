export const fishScript = `# Completion of prompt-runner for fish.

function __prompt_runner_complete
    set -l typed (commandline -ct)
    set -l before (commandline -opc)[2..]
    for line in (prompt-runner complete -- $before "$typed" 2>/dev/null)
        switch $line
            case ':file'
                __fish_complete_path "$typed"
            case ':folder'
                __fish_complete_directories "$typed"
            case '*'
                echo $line
        end
    end
end

complete -c prompt-runner -f -k -a '(__prompt_runner_complete)'
complete -c prompt-tool -f -k -a '(__prompt_runner_complete)'
`;
