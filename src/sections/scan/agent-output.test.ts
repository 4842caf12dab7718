import { describe, expect, it } from 'vitest';
import { ExpectedNames } from '../names/expected-names.js';
import { scanAnswer } from './scan-answer.js';

/** The lines that are taken for agent output. */
function agentOutputOf(text: string): string {
  const { agentOutput } = scanAnswer(text, new ExpectedNames([]));
  return [...agentOutput.within(0, text.length)].map(({ start, end }) => text.slice(start, end)).join('');
}

describe('output of a terminal agent', () => {
  it.each([
    '● Update Todos\n  ⎿  ☒ read\n     ☐ write\n',
    '⏺ Bash(npm test)\n  ⎿  12 passed\n     … +3 lines (ctrl+o to expand)\n',
    '● Read(src/app.ts)\n',
    '• Ran npm test\n  └ 12 passed\n',
    '✻ Thinking…\n',
    '· Pondering… (12s · esc to interrupt)\n',
    '* Herding… (3s · esc to interrupt)\n',
    'Thinking…\n',
  ])('is recognised: %j', (output) => {
    expect(agentOutputOf(`before\n${output}after\n`)).toBe(output);
  });

  it.each([
    '- [x] done\n- [ ] open\n',
    '● a point\n● another point\n',
    '• a point\n  of two lines\n',
    'src/\n└── main.ts\n',
    'Loading… is what it shows.\n',
    '* Thinking…\n',
    '✅ Done\n',
  ])('is not seen in %j', (text) => {
    expect(agentOutputOf(`before\n${text}after\n`)).toBe('');
  });

  it('takes one of the blank lines around it along', () => {
    expect(agentOutputOf('before\n\n✻ Thinking…\n\nafter')).toBe('✻ Thinking…\n\n');
    expect(agentOutputOf('before\n✻ Thinking…\n\nafter')).toBe('✻ Thinking…\n');
  });
});
