/**
 * Before 7.3, PowerShell drops an empty argument of a program; `""` arrives as one. Where nothing is
 * offered, PowerShell completes file names by itself.
 */
export const powershellScript = `# Completion of prompt-runner for PowerShell.

Register-ArgumentCompleter -Native -CommandName @('prompt-runner', 'prompt-tool') -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements |
        Select-Object -Skip 1 |
        Where-Object { $_.Extent.StartOffset -lt $cursorPosition } |
        ForEach-Object { if ($null -ne $_.Value) { [string]$_.Value } else { $_.Extent.Text } })
    if ($wordToComplete -eq '') {
        $words += if ($PSVersionTable.PSVersion -ge [version]'7.3') { '' } else { '""' }
    }
    prompt-runner complete -- @words 2>$null |
        Where-Object { $_ -notin ':file', ':folder' } |
        ForEach-Object {
            $value, $description = $_ -split "\`t", 2
            if (-not $description) { $description = $value }
            $text = if ($value -match "[\\s']") { "'" + $value.Replace("'", "''") + "'" } else { $value }
            [System.Management.Automation.CompletionResult]::new($text, $value, 'ParameterValue', $description)
        }
}
`;
