import { describe, expect, it } from 'vitest';
import { TemplateSyntaxError } from '../../../templates/index.js';
import { OptimizationInputError } from '../errors.js';
import type { OptimizationRow } from '../optimization-row.js';
import { ProposalRules } from './proposal-rules.js';
import { readProposal } from './read-proposal.js';
import { Refusal } from './refusal.js';

const rows: readonly OptimizationRow[] = [
  { row: 1, input: { ticket: 'My parcel came broken and nobody answers me.' }, expected: 'high' },
  { row: 2, input: { ticket: '荷物が壊れて届いたのに誰も返事をくれません。' }, expected: 'high' },
  {
    row: 3,
    input: { ticket: 'How do I change my address?', meta: { tags: ['quince jam jar'] } },
    expected: 'low',
  },
];
const start =
  'Sort the ticket.{% if ticket %}\n{# frozen #}Answer high or low.{# /frozen #}\n{{ ticket }}{% endif %}';

async function ruleBrokenBy(template: string, from = start): Promise<string | null> {
  const rules = await ProposalRules.of(from, { rows, growth: 2, fetch: async () => undefined });
  return (await rules.refusalOf(template))?.rule ?? null;
}

const changed = (what: string, by: string) => start.replace(what, by);

describe('the rules for proposals', () => {
  it('allow other words where none are frozen', async () => {
    expect(await ruleBrokenBy(changed('Sort', 'Think of damage first, then sort'))).toBeNull();
    expect(await ruleBrokenBy(changed('{{ ticket }}', '{{ticket}} Again: {{ ticket }}'))).toBeNull();
  });

  it('refuse what is no template any more', async () => {
    expect(await ruleBrokenBy(changed('{% endif %}', ''))).toBe('tags');
    expect(await ruleBrokenBy(`${start} {{ ticket`)).toBe('not-a-template');
    expect(await ruleBrokenBy(`${start} {# open`)).toBe('not-a-template');
  });

  it('refuse other variables, tags and expressions', async () => {
    expect(await ruleBrokenBy(changed('{{ ticket }}', ''))).toBe('variables');
    expect(await ruleBrokenBy('A {{ name }}', 'A {{ ticket }} {{ name }}')).toBe('variables');
    expect(await ruleBrokenBy(changed('Sort', '{% include "x" %}Sort'))).toBe('tags');
    expect(await ruleBrokenBy(changed('Sort', '{{ "My parcel" ~ "came" }}'))).toBe('expressions');
    expect(await ruleBrokenBy(changed('Sort', '{{ ticket }}{{ ticket }}'))).toBe('expressions');
  });

  it('refuse a print that moved to the other side of a tag', async () => {
    expect(await ruleBrokenBy(`{{ ticket }} ${changed('{{ ticket }}', '')}`)).toBe('expressions');
    const loop = '{% for a in b %}{{ a }}{% endfor %}{{ c }}';
    expect(await ruleBrokenBy('{% for a in b %}{{ a }}{{ c }}{% endfor %}', loop)).toBe('expressions');
    expect(await ruleBrokenBy('{% for a in b %}{{ a }}{% endfor %}', loop)).toBe('variables');
  });

  it('refuse another text where it is frozen, also one that moved', async () => {
    expect(await ruleBrokenBy(changed('high or low', 'high'))).toBe('frozen');
    expect(await ruleBrokenBy(changed('{# /frozen #}', ''))).toBe('frozen');
    const region = '{# frozen #}Answer high or low.{# /frozen #}';
    expect(await ruleBrokenBy(region + changed(region, ''))).toBe('frozen');
    expect(await ruleBrokenBy(`${start}{# frozen #}more{# /frozen #}`)).toBe('frozen');
  });

  it('refuse what grows without measure', async () => {
    expect(await ruleBrokenBy(`${start}${'x'.repeat(900)}`)).toBeNull();
    expect(await ruleBrokenBy(`${start}${'x'.repeat(1100)}`)).toBe('too-long');
  });

  it('refuse text from the rows, whatever the script, case or punctuation', async () => {
    for (const copied of [
      'Example: MY PARCEL, came broken! And so on.',
      'Example: my\u200b parcel came b\u200broken and',
      '例：荷物が壊れて届いたのに誰も',
    ])
      expect(await ruleBrokenBy(changed('Sort', `${copied} Sort`)), copied).toBe('copied-text');
    expect(await ruleBrokenBy(changed('Sort', 'My parcel came late. Sort'))).toBeNull();
  });

  it('allow text from the rows that the start had', async () => {
    const quoting = `My parcel came broken and nobody answers me. ${start}`;
    expect(await ruleBrokenBy(`Please! ${quoting}`, quoting)).toBeNull();
  });

  it('refuse a list of short rows, and allow the words that rows share', async () => {
    const short = ['cat', 'dog', 'cow', 'hen', 'eel', 'bat'].map((word, at) => ({
      row: at + 1,
      input: { word },
      expected: at < 3 ? 'big' : 'small',
    }));
    const rules = await ProposalRules.of('{{ word }}', {
      rows: short,
      growth: 2,
      fetch: async () => undefined,
    });
    expect((await rules.refusalOf('cat, dog and cow are big. {{ word }}'))?.rule).toBe('copied-text');
    expect(await rules.refusalOf('Say big or small, a cat is big. {{ word }}')).toBeNull();
  });

  it('refuse text from rows that are too long to be kept', async () => {
    const words = Array.from({ length: 201_000 }, (_, at) => `w${at}`);
    const long = [{ row: 1, input: { text: words.join(' ') }, expected: null }];
    const rules = await ProposalRules.of('{{ text }}', {
      rows: long,
      growth: 2,
      fetch: async () => undefined,
    });
    const copied = words.slice(-6).join(' ');
    expect((await rules.refusalOf(`${copied} {{ text }}`))?.rule).toBe('copied-text');
  });

  it('let a start be rewritten that takes no variable, as where another message does', async () => {
    expect(await ruleBrokenBy('Be brief.', 'Always the same.')).toBeNull();
  });

  it('ask of the start that it is fit to be searched from', async () => {
    await expect(ruleBrokenBy('', '{{ a }}{# frozen #}')).rejects.toThrow(OptimizationInputError);
    await expect(ruleBrokenBy('', '{# /frozen #}{{ a }}')).rejects.toThrow(OptimizationInputError);
    await expect(ruleBrokenBy('', '{{ a')).rejects.toThrow(TemplateSyntaxError);
  });
});

describe('the proposal in an answer', () => {
  const answer = (body: string) =>
    `### DIAGNOSIS\nToo short.\n\n### NEW_TEMPLATE\n\n\`\`\`\`\`\`markdown\n${body}\n\`\`\`\`\`\`\n`;

  it('is the section that was asked for, with the white space of the start around it', () => {
    expect(readProposal(answer('New {{ a }}'), '\n Old {{ a }}\n')).toBe('\n New {{ a }}\n');
  });

  it('has no control characters', () => {
    expect(readProposal(answer('\u001b[31mNew\u0007 \u202e{{ a }}'), '{{ a }}')).toBe('New {{ a }}');
  });

  it('is refused where there is none, or it breaks off', () => {
    const ruleOf = (text: string | null) => {
      const read = readProposal(text, '{{ a }}');
      return read instanceof Refusal ? read.rule : read;
    };
    expect(ruleOf(null)).toBe('no-template');
    expect(ruleOf('I would rather not.')).toBe('no-template');
    expect(ruleOf('### NEW_TEMPLATE\n\n')).toBe('no-template');
    expect(ruleOf('### NEW_TEMPLATE\n\n``````markdown\nNew {{ a }}')).toBe('cut-off');
    expect(ruleOf('x'.repeat(1_000_001))).toBe('too-long');
  });
});
