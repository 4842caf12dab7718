import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDocument } from '../../../test/formats/documents.js';
import { UnreadablePromptFileError } from '../errors.js';
import { type PromptDocument, promptDocument } from '../prompt-document.js';
import { own } from './own.js';
import { writeOwn } from './write-own.js';

const read = async (text: string) => {
  const [prompt] = await own.read({ path: 'review.md', text });
  if (prompt === undefined) throw new Error('no prompt');
  return prompt;
};
const readBack = async (document: PromptDocument) => read((await writeOwn(document)).text);

const review = promptDocument({
  name: 'review/api',
  description: 'Reviews a change of an interface.',
  category: 'review',
  tags: ['api', 'daily'],
  kind: 'analysis',
  featureType: 'api',
  isTemplate: true,
  messages: [
    { role: 'system', text: 'You review {{ language }}.\nBe brief.' },
    { role: 'user', text: '{{ diff }}\n' },
  ],
  variables: [
    {
      name: 'language',
      type: 'string',
      description: null,
      default: 'Go',
      required: false,
      choices: ['Go', 'C'],
    },
    { name: 'diff', type: 'string', description: 'As git prints it.\nWith context.', required: true },
    { name: 'depth', type: 'integer', description: null, required: false },
  ],
  settings: { model: 'openai:gpt-5', parameters: { temperature: 0.2 }, responseSchema: { type: 'object' } },
  version: 7,
});

describe('a file of the own format', () => {
  it('reads well', async () => {
    expect((await writeOwn(review)).text).toBe(`---
name: review/api
description: Reviews a change of an interface.
category: review
tags:
  - api
  - daily
kind: analysis
feature_type: api
template: true
variables:
  - name: language
    default: Go
    choices:
      - Go
      - C
  - name: diff
    description: |-
      As git prints it.
      With context.
  - name: depth
    type: integer
    required: false
model: openai:gpt-5
parameters:
  temperature: 0.2
response_schema:
  type: object
version: 7
messages: marked
---
<!-- system -->
You review {{ language }}.
Be brief.
<!-- user -->
{{ diff }}

`);
  });

  it('says nothing of what a document does not say', async () => {
    const plain = promptDocument({ messages: [{ role: 'user', text: 'Plan it.' }] });
    expect((await writeOwn(plain)).text).toBe('---\n---\nPlan it.\n');
  });

  it('is read back as it was', async () => {
    expect(await readBack(review)).toEqual({ document: review, losses: [], offered: [] });
  });

  it('is read back as it was, whatever the document', async () => {
    const exact = fc.asyncProperty(anyDocument, async (document) => {
      expect(await readBack(document)).toEqual({ document, losses: [], offered: [] });
    });
    await fc.assert(exact, { numRuns: 1000 });
  });

  it('has texts that no text file brings back as escapes in its front matter', async () => {
    const document = promptDocument({ messages: [{ role: 'user', text: 'a\r\n\0\ud800' }] });
    const { text } = await writeOwn(document);
    expect(text).toBe('---\nmessages:\n  - role: user\n    text: "a\\r\\n\\0\\ud800"\n---\n');
    expect((await read(text)).document).toEqual(document);
  });

  it('tells a line of a text from the mark of a role', async () => {
    const text = '<!-- user -->\n\\<!-- system -->  \n \\\\<!-- user -->';
    const document = promptDocument({ messages: [{ role: 'system', text }] });
    expect((await writeOwn(document)).text).toContain('\\<!-- user -->\n\\\\<!-- system -->  \n \\\\<!--');
    expect((await readBack(document)).document).toEqual(document);
  });

  it('is read with carriage returns throughout, a byte order mark, and no line end', async () => {
    const { document } = await read('\ufeff---\r\nname: a\r\n---\r\nOne\r\nTwo');
    expect(document).toEqual(promptDocument({ name: 'a', messages: [{ role: 'user', text: 'One\nTwo' }] }));
  });

  it('without front matter is one message of the user', async () => {
    const { document } = await read('# Plan\n---\nit\n');
    expect(document).toEqual(promptDocument({ messages: [{ role: 'user', text: '# Plan\n---\nit' }] }));
  });

  it('loses what it does not know, and says where', async () => {
    const { losses } = await read('---\nname: a\nauthor: b\nvariables:\n  - name: c\n    colour: d\n---\n');
    expect(losses.map(({ what, line }) => [what, line])).toEqual([
      ['variables.0.colour', 6],
      ['author', 3],
    ]);
  });

  it('brings back keys of several lines, and lines of spaces', async () => {
    const parameters = { ' \n': false, 'a\n  \nb': [{ 'c\nd': ' \n', e: '\n \n', f: '  g\n' }] };
    const document = promptDocument({
      messages: [{ role: 'user', text: 'a' }],
      settings: { model: '\n', parameters },
    });
    expect((await readBack(document)).document).toEqual(document);
  });

  it('takes `__proto__` as any other key', async () => {
    const { document } = await read('---\nparameters:\n  __proto__: {polluted: true}\n---\n');
    expect(Object.entries(document.settings.parameters)).toEqual([['__proto__', { polluted: true }]]);
    expect('polluted' in document.settings.parameters).toBe(false);
  });
});

describe('a file that is not of the own format', () => {
  it.each([
    ['name: [a', 'its YAML is not right', 3],
    ['name: a\nname: b', 'its YAML says a key twice', 3],
    ['parameters:\n  1: a\n  "1": b', 'its YAML says a key twice', 4],
    ['name: a\nwhen: !!js/function >\n  x', 'its YAML uses a tag', 3],
    ['- a', 'its YAML is not a mapping', 2],
    ['\ntags: {a: b}', '`tags.0` is not a text', 3],
    ['template: perhaps', '`template` is not true or false', 2],
    ['version: two', '`version` is not a number', 2],
    ['variables:\n  - type: string', 'a variable has no `name`', 3],
    ['variables:\n  - name: a\n    type: date', '`type` is none of', 4],
    ['messages:\n  - role: robot', '`role` is none of', 3],
    ['messages: []', '`messages` is an empty list', 2],
    ['messages: marked', 'it says "messages: marked" and has no message', 4],
    ['parameters:\n  temperature: .nan', 'its YAML holds NaN', null],
    [['a: &a [x]', ...['b', 'c', 'd', 'e'].map(nineOfTheOneBefore)].join('\n'), 'repeats too much', null],
    ['a: &a [*a]', 'its YAML', null],
    [`a: ${'['.repeat(100_000)}`, 'its YAML', null],
  ])('says what and where: %#', async (yaml, reason, line) => {
    const error = await read(`---\n${yaml}\n---\n`).catch((fault: unknown) => fault);
    expect(error).toBeInstanceOf(UnreadablePromptFileError);
    expect(error).toMatchObject({
      message: expect.stringContaining(reason),
      ...(line === null ? {} : { line }),
    });
  });

  it.each([
    ['---\nmessages: marked\n---\nHello\n<!-- user -->\n', 'a text stands before the first mark of a role'],
    ['---\nmessages: [{role: user, text: a}]\n---\nHello', 'it has messages in its front matter and a body'],
    ['a\0b', 'it holds NUL characters'],
  ])('says what is wrong: %j', async (text, reason) => {
    await expect(read(text)).rejects.toThrow(reason);
  });
});

function nineOfTheOneBefore(name: string): string {
  const before = String.fromCharCode(name.charCodeAt(0) - 1);
  return `${name}: &${name} [${Array(9).fill(`*${before}`).join(',')}]`;
}
