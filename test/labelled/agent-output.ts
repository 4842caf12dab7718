import { apart, blankLines, type Line } from './line.js';
import { clause, files } from './prose.js';
import type { Random } from './random.js';

/**
 * What an agent in a terminal prints of its own doings, and the one blank line that it leaves after it:
 * where the output stood inside a body, exactly the blank line before it remains.
 */
export function agentOutput(random: Random): Line[] {
  const blocks = random.sample([todos, shellCall, fileRead, spinner, search], random.int(1, 2));
  return blocks.flatMap((block) => [...apart('agent', ...block(random)), ...blankLines(1)]);
}

/** A message of the agent about what it does next; between two sections only, where it cannot be body. */
export function agentMessage(random: Random): Line[] {
  const bullet = random.pick(['●', '⏺']);
  const message = random.pick([
    'Now the next section.',
    "I'll write the next part.",
    'Checking one more file first.',
  ]);
  return [...apart('agent', `${bullet} ${message}`), ...blankLines(1)];
}

function todos(random: Random): string[] {
  return [
    `${random.pick(['●', '⏺'])} Update Todos`,
    `  ⎿  ☒ ${clause(random)}`,
    `     ☐ ${clause(random)}`,
    '     ☐ Write the notes',
  ];
}

function shellCall(random: Random): string[] {
  const bullet = random.pick(['●', '⏺']);
  return [
    `${bullet} Bash(npm test)`,
    '  ⎿  12 tests passed',
    `     … +${random.int(3, 90)} lines (ctrl+o to expand)`,
  ];
}

function fileRead(random: Random): string[] {
  const bullet = random.pick(['●', '⏺']);
  return [
    `${bullet} Read(${random.pick(files)})`,
    `  ⎿  Read ${random.int(10, 400)} lines (ctrl+r to expand)`,
  ];
}

function spinner(random: Random): string[] {
  return [
    random.pick([
      '✻ Thinking…',
      `✽ Pondering… (${random.int(2, 90)}s · ↑ 1.2k tokens · esc to interrupt)`,
      `· Working… (${random.int(2, 90)}s · esc to interrupt)`,
    ]),
  ];
}

function search(random: Random): string[] {
  return ['⏺ Search(pattern: "EXECUTION_NOTES", path: "docs")', `  ⎿  Found ${random.int(1, 40)} files`];
}
