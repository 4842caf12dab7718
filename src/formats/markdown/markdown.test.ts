import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../../test/formats/documents.js';
import { compile } from '../../templates/index.js';
import { applyOffered } from './apply-offered.js';
import { markdown } from './markdown.js';

const read = async (text: string) => {
  const [prompt] = await markdown.read({ path: 'notes/mail.md', text });
  if (prompt === undefined) throw new Error('no prompt');
  return prompt;
};

const offeredIn = async (text: string) =>
  (await read(text)).offered.map(({ name, written, occurrences }) => `${written} ${name} ${occurrences}`);

describe('a plain text', () => {
  it('stays as it is, and offers what looks like variables', async () => {
    const text = 'Dear [Your Name], {topic} and {topic}, [TOPIC]!';
    const { document, offered } = await read(`${text}\n`);
    expect(document).toMatchObject({ name: 'mail', messages: [{ role: 'user', text }], variables: [] });
    expect(offered).toEqual([
      { name: 'your_name', written: '[Your Name]', occurrences: 1 },
      { name: 'topic', written: '{topic}', occurrences: 2 },
      { name: 'topic', written: '[TOPIC]', occurrences: 1 },
    ]);
  });

  it.each([
    '[Text](https://example.com) ![Image](a.png) [Text][ref] [A][]',
    '[ref]: https://example.com',
    '[^1] and [x] and - [ ] todo, - [X] done',
    'in `code {a} [NAME]` and\n```js\nif (x) {y}\n[NAME]\n```\n~~~\n{z}\n~~~',
    '{{name}} {% if %} {#x#} $\u007bHOME} a[NAME] f{x} {"a": 1} {} []',
    '\\[NAME] \\{name}',
  ])('offers nothing in %j', async (text) => {
    expect(await offeredIn(text)).toEqual([]);
  });

  it('takes name, description, category and tags from front matter', async () => {
    const { document, losses } = await read('---\ntitle: Mail\ntags: [a]\nlayout: b\n---\nHi\n');
    expect(document).toMatchObject({ name: 'Mail', tags: ['a'], messages: [{ role: 'user', text: 'Hi' }] });
    expect(losses.map(({ what }) => what)).toEqual(['layout']);
  });

  it('renders to itself, whatever it is', async () => {
    const property = fc.asyncProperty(
      anyText.filter((text) => !/^\ufeff?---|\0|\r/.test(text) && !text.startsWith('\ufeff')),
      async (text) => {
        const { document } = await read(`${text}\n`);
        expect(compile(document.messages[0]?.text ?? '').render({})).toBe(text);
      },
    );
    await fc.assert(property, { numRuns: 300 });
  });
});

describe('what is chosen of it', () => {
  it('becomes a variable wherever it is offered', async () => {
    const prompt = await read('Dear [NAME], {{NAME}} is {topic}; `[NAME]` [NAME](x) {topic}.');
    const { document, offered } = applyOffered(prompt, ['name', 'unknown']);
    expect(document.messages[0]?.text).toBe(
      "Dear {{ name }}, {{ '{{' }}NAME}} is {topic}; `[NAME]` [NAME](x) {topic}.",
    );
    expect(document.variables).toEqual([{ name: 'name', type: 'string', description: null, required: true }]);
    expect(offered.map(({ written }) => written)).toEqual(['{topic}']);
    expect(applyOffered(prompt, [])).toEqual(prompt);
  });

  it('fills in as many places as were offered', async () => {
    const piece = fc.constantFrom(
      '[NAME]',
      '{topic}',
      '{{topic}}',
      '`',
      '\n```\n',
      '[NAME](x)',
      ' ',
      '{',
      '\\',
      'a',
    );
    const property = fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
      const prompt = await read(pieces.join(''));
      const { document } = applyOffered(prompt, ['name', 'topic']);
      const filled = compile(document.messages[0]?.text ?? '').render({ name: '\u0001', topic: '\u0001' });
      const expected = prompt.offered.reduce((sum, { occurrences }) => sum + occurrences, 0);
      expect(filled.split('\u0001').length - 1).toBe(expected);
    });
    await fc.assert(property, { numRuns: 500 });
  });

  it.each(['[A ', '{a', '`', '[A', '{', '~~~\n'])(
    'are found in %j, repeated, in time that grows with it',
    async (part) => {
      await read(part.repeat(400_000));
    },
  );
});
