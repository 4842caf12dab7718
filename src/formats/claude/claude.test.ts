import { describe, expect, it } from 'vitest';
import { promptDocument } from '../prompt-document.js';
import { claudeCommand } from './claude-command.js';
import { skill } from './skill.js';

const BODY = `Fix issue $1 as $ARGUMENTS says, for $100,000 and $ARGUMENTS_X {{x}}.
State: !\`git status\`
Read @src/main.ts, ask @ada or ada@example.com.
`;
const TEMPLATE = `Fix issue {{ argument_1 }} as {{ arguments }} says, for {{ argument_100 }},000 and $ARGUMENTS_X {{ '{{' }}x}}.
State: !\`git status\`
Read @src/main.ts, ask @ada or ada@example.com.`;

describe('a command of Claude Code', () => {
  it('has its arguments as variables, and runs nothing', async () => {
    const text = `---\ndescription: Fixes\nargument-hint: [issue] [why]\nallowed-tools: Bash(git:*)\nmodel: opus\n---\n${BODY}`;
    const [prompt] = await claudeCommand.read({
      path: 'home/.claude/commands/git/fix.md',
      text: text.replace('[issue] [why]', '"[issue] [why]"'),
    });
    expect(prompt?.document).toEqual(
      promptDocument({
        name: 'git/fix',
        description: 'Fixes',
        messages: [{ role: 'user', text: TEMPLATE }],
        variables: [{ name: 'arguments', type: 'string', description: '[issue] [why]', required: false }],
        settings: { model: 'opus' },
      }),
    );
    expect(prompt?.losses.map(({ what, line }) => [what, line])).toEqual([
      ['allowed-tools', 4],
      ['!`git status`', 8],
      ['@src/main.ts', 9],
    ]);
  });

  it('needs no front matter, and says when a hint is of no use', async () => {
    const read = (text: string) => claudeCommand.read({ path: '.claude/commands/a.md', text });
    expect((await read('Hi\n'))[0]?.document).toEqual(
      promptDocument({ name: 'a', messages: [{ role: 'user', text: 'Hi' }] }),
    );
    const [prompt] = await read('---\nargument-hint: [file]\n---\nUse $1');
    expect(prompt?.losses.map(({ what }) => what)).toEqual(['argument-hint']);
  });
});

describe('a skill', () => {
  it('is its text, and tells the files beside it', async () => {
    const text = `---\nname: review\ndescription: Reviews.\nlicense: MIT\n---\n${BODY}`;
    const beside = new Map([
      ['SKILL.md', text],
      ['scripts/run.sh', 'rm -rf /'],
    ]);
    const [prompt] = await skill.read({ path: 'skills/review/SKILL.md', text, beside });
    expect(prompt?.document).toMatchObject({
      name: 'review',
      description: 'Reviews.',
      messages: [{ role: 'user', text: TEMPLATE }],
    });
    expect(prompt?.losses.map(({ what }) => what)).toEqual([
      ...['license', '!`git status`', '@src/main.ts', 'scripts/run.sh'],
    ]);
  });
});
