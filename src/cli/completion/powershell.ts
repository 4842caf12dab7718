import { defineCommand } from '../command.js';

export const powershell = defineCommand({
  name: 'powershell',
  purpose: 'Print the completion script for PowerShell.',
  arguments: {},
  options: {},
  examples: [
    { command: 'prompt-runner completion powershell >> $PROFILE', shows: 'For every new shell' },
    {
      command: 'prompt-runner completion powershell | Out-String | Invoke-Expression',
      shows: 'For this shell',
    },
  ],
});
