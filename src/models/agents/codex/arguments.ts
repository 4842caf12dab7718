import type { AgentCommand, Assignment } from '../coding-agent.js';

/** Codex without a terminal. Its sandbox holds it to the folder; it asks nobody for more. */
export function codexCommand({ model, prompt, task, schemaFile }: Assignment): AgentCommand {
  return {
    argv: [
      'codex',
      'exec',
      '--json',
      '--color',
      'never',
      '--skip-git-repo-check',
      '-s',
      task.access === 'write' ? 'workspace-write' : 'read-only',
      ...(model === '' ? [] : ['-m', model]),
      ...(schemaFile === null ? [] : ['--output-schema', schemaFile]),
      // The prompt comes by stdin.
      '-',
    ],
    input: prompt,
  };
}
