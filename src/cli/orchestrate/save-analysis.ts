import { defineCommand } from '../command.js';
import { answerOptions, sessionArgument, sessionOption } from './session-options.js';

export const saveAnalysis = defineCommand({
  name: 'save-analysis',
  purpose: 'Keep the analysis; the implementation prompt will hold it.',
  arguments: sessionArgument,
  options: { ...sessionOption, ...answerOptions },
  examples: [
    {
      command: 'prompt-runner orchestrate save-analysis --file analysis.md',
      shows: 'From a file, for the session in use',
    },
    {
      command: 'claude -p "$(prompt-runner orchestrate analyze)" | prompt-runner orchestrate save-analysis',
      shows: 'From a pipe',
    },
  ],
});
