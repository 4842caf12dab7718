import type { AgentCommand, Assignment } from '../coding-agent.js';

/**
 * Gemini CLI without a terminal, the prompt by stdin. Where nobody can be asked, its default mode has no tool
 * that changes anything; its plan mode would have it save a plan and wait, whatever was asked.
 *
 * It ends at once in a folder that nobody has marked as trusted, and a worktree is such a folder, so that it is
 * told to go on. That makes it heed the repository's settings, hooks and servers of tools (MCP) included, also
 * when it only looks: it has no option that does the one without the other.
 */
export function geminiCommand({ model, prompt, task }: Assignment): AgentCommand {
  return {
    argv: [
      'gemini',
      '-o',
      'stream-json',
      '--skip-trust',
      '--approval-mode',
      task.access === 'write' ? 'auto_edit' : 'default',
      ...(model === '' ? [] : ['-m', model]),
    ],
    input: prompt,
  };
}
