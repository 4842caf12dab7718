import { describe, expect, it } from 'vitest';
import {
  type FormatId,
  formatIds,
  formatOf,
  formats,
  promptDocument,
  readPrompts,
  type SourceFile,
  UnreadablePromptFileError,
  writePrompt,
} from './index.js';

describe('the formats', () => {
  it('are all there, once, with a title and what they read', () => {
    expect(formats.map(({ id }) => id).sort()).toEqual([...formatIds].sort());
    expect(new Set(formats.map(({ title }) => title)).size).toBe(formats.length);
    for (const { describes } of formats) expect(describes).toMatch(/\.$/);
  });

  it.each<[string, string, FormatId | null]>([
    ['a/review.prompt', '', 'dotprompt'],
    ['a/review.prompty', '', 'prompty'],
    ['a/review.prompt.yml', '', 'github-models'],
    ['.github/prompts/review.prompt.md', '---\nname: a\n---\n', 'copilot'],
    ['.claude/commands/git/fix.md', '---\nname: a\n---\n', 'claude-command'],
    ['skills/review/SKILL.md', '---\nname: a\n---\n', 'skill'],
    ['patterns/review/system.md', '# IDENTITY', 'fabric'],
    ['prompts/review/system.md', '---\nname: a\n---\n', 'own'],
    ['promptfooconfig.yaml', 'prompts: [a]', 'promptfoo'],
    ['eval.yml', 'prompts: [a]\nproviders: [b]', 'promptfoo'],
    ['templates/sum.yaml', 'system: a', 'llm'],
    ['review.md', '\ufeff---\r\nname: a\r\n---\r\n', 'own'],
    ['review.md', '---\nname: a', 'markdown'],
    ['notes.txt', '', 'markdown'],
    ['docker-compose.yaml', 'services: {}', null],
    ['image.png', '', null],
  ])('know %s with %j as %s', (path, text, id) => {
    expect(formatOf({ path, text })?.id ?? null).toBe(id);
  });

  it('say so of a file that looks like none', async () => {
    const file = { path: 'image.png', text: '' };
    await expect(readPrompts(file)).rejects.toThrow(UnreadablePromptFileError);
    await expect(readPrompts(file)).rejects.toThrow('it looks like no format that is known');
    expect(await readPrompts(file, 'markdown')).toHaveLength(1);
  });

  it('say so of a format that is only read', async () => {
    const document = promptDocument({ messages: [{ role: 'user', text: 'a' }] });
    await expect(writePrompt(document, 'fabric')).rejects.toThrow('it is only read');
  });
});

const FIFTY_MB = 'a'.repeat(50_000_000);

describe.each(formatIds)('as %s', (id) => {
  const refusal = (file: SourceFile) => readPrompts(file, id).catch((fault: unknown) => fault);

  it('a file of 50 MB and a binary one are refused', async () => {
    const large = await refusal({ path: 'a', text: FIFTY_MB });
    expect(large).toBeInstanceOf(UnreadablePromptFileError);
    expect(large).toMatchObject({ message: expect.stringContaining('more than 10 MB') });
    const binary = await refusal({ path: 'a', text: '\u007fELF\0' });
    expect(binary).toMatchObject({ message: expect.stringContaining('NUL') });
  });

  it.each([
    'a: '.repeat(5),
    '---\na: [\n---\n',
    `---\na: ${'{'.repeat(20_000)}\n---\n`,
    `prompts: ${'['.repeat(20_000)}`,
    '---\n__proto__: {a: b}\nconstructor: c\n---\n{{__proto__}} {{constructor.x}}',
    'prompt: {__proto__: a}\nmessages: [{__proto__: a}]',
    '{{'.repeat(1000),
    '\ud800\udfff\udc00 {{ \ud800',
    '',
  ])('hostile text is read or refused with reason: %#', async (text) => {
    const result = await readPrompts({ path: 'x/a.md', text }, id).catch((fault: unknown) => fault);
    if (!(result instanceof UnreadablePromptFileError)) expect(result).toBeInstanceOf(Array);
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('a');
  });
});
