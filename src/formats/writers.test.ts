import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDocument, usualDocument } from '../../test/formats/documents.js';
import { compile } from '../templates/index.js';
import {
  CannotExpressError,
  formatOf,
  formats,
  type PromptDocument,
  promptDocument,
  readPrompts,
  writePrompt,
} from './index.js';

const writers = formats.filter(({ write }) => write !== undefined);

const review = promptDocument({
  name: 'review',
  description: 'Reviews a change.',
  messages: [
    { role: 'system', text: "You know {{ language }}.\nBe brief: use {{ '{{' }} where it fits." },
    { role: 'user', text: 'Look at\n\n{{ diff }}' },
    { role: 'assistant', text: 'What for?' },
  ],
  settings: { model: 'openai:gpt-5', parameters: { temperature: 0.2, stop: ['END'] }, responseSchema: null },
});

const declared: PromptDocument = {
  ...review,
  variables: [
    { name: 'language', type: 'string', description: 'of the code', default: 'Go', required: false },
    { name: 'diff', type: 'string', description: null, required: true },
  ],
  settings: {
    ...review.settings,
    responseSchema: {
      type: 'object',
      properties: {
        verdict: { type: 'string', enum: ['good', 'bad'] },
        lines: { type: 'array', items: { type: 'integer' } },
      },
      required: ['verdict'],
    },
  },
};

describe.each(writers.map((format) => [format.id, format] as const))('a file written as %s', (id) => {
  const write = (document: PromptDocument) => writePrompt(document, id);
  const readBack = async (text: string, extension: string) => {
    const [prompt] = await readPrompts({ path: `prompts/review${extension}`, text }, id);
    if (prompt === undefined) throw new Error('no prompt');
    return prompt.document;
  };

  it('is recognised', async () => {
    const { text, extension } = await write(review);
    const name = id === 'promptfoo' ? 'promptfooconfig' : 'review';
    expect(formatOf({ path: `prompts/${name}${extension}`, text })?.id).toBe(id);
  });

  it('is read back unchanged, where it can say all of it', async () => {
    const { text, extension, losses } = await write(review);
    expect(losses).toEqual([]);
    expect(await readBack(text, extension)).toEqual(review);
  });

  it('tells what it has no place for', async () => {
    const { text, extension, losses } = await write({ ...declared, category: 'review', version: 3 });
    const back = await readBack(text, extension);
    const lost = losses.map(({ what }) => what);
    expect(back.category === null).toBe(lost.includes('category'));
    expect(back.version === null).toBe(lost.includes('version'));
    expect(back.settings.responseSchema === null).toBe(lost.includes('response_schema'));
    expect(back.variables.length < 2).toBe(lost.includes('variable diff'));
  });

  it.each([
    ['any', anyDocument, 100],
    ['usual', usualDocument, 200],
  ] as const)(
    'is refused, or says the same but for its losses: %s documents',
    async (_, documents, numRuns) => {
      let written = 0;
      const property = fc.asyncProperty(documents, async (document) => {
        const result = await write(document).catch((error: unknown) => {
          if (error instanceof CannotExpressError) return null;
          throw error;
        });
        if (result === null) return;
        written++;
        const back = await readBack(result.text, result.extension);
        const lost = new Set(result.losses.map(({ what }) => what));
        expect(saidBy(back, lost)).toEqual(saidBy(document, lost));
        expect(rendered(back)).toEqual(rendered(document));
      });
      await fc.assert(property, { numRuns });
      expect(written).toBeGreaterThan(0);
    },
  );
});

/** All that a document says and that is not lost. */
function saidBy(document: PromptDocument, lost: ReadonlySet<string>): unknown {
  const { name, description, category, tags, kind, version, messages, settings } = document;
  const { model, parameters, responseSchema: response_schema } = settings;
  const { featureType: feature_type, isTemplate: template } = document;
  const metadata = {
    name,
    description,
    category,
    tags,
    kind,
    feature_type,
    template,
    version,
    model,
    response_schema,
  };
  const kept =
    (prefix: string) =>
    ([key]: [string, unknown]) =>
      !lost.has(prefix + key);
  return {
    metadata: Object.entries(metadata).filter(kept('')),
    parameters: new Map(Object.entries(parameters).filter(kept('parameters.'))),
    messages: messages.map(({ role, text }, index) => {
      return { role, text: lost.has(`the spelling of message ${index + 1}`) ? null : text };
    }),
    variables: document.variables
      .filter((variable) => !lost.has(`variable ${variable.name}`))
      .map(
        (variable) =>
          [
            variable.name,
            new Map(Object.entries(variable).filter(kept(`variable ${variable.name}: `))),
          ] as const,
      )
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  };
}

const values = { diff: '+ a', owner: { name: 'Ada' }, items: [{ id: 1 }, { id: 2 }], name: '', x: 'X' };

/** What the messages come to, or that they are no templates. */
function rendered({ messages }: PromptDocument): readonly string[] {
  return messages.map(({ text }) => {
    try {
      return compile(text, { loader: (name) => `<${name}>` }).render(values);
    } catch {
      return 'no template';
    }
  });
}

describe('a prompt that a format has no words for', () => {
  it.each([
    ['dotprompt', '{{ a|upper }}', 'it cannot say the expression a|upper (message 1, line 1)'],
    [
      'dotprompt',
      'x\n{% macro m() %}{% endmacro %}',
      'it cannot say the tag {% macro m() %} (message 1, line 2)',
    ],
    ['github-models', '{% if a %}b{% endif %}', 'it cannot say a condition (message 1, line 1)'],
    ['github-models', "{{ '{{' }}name}}", 'message 1 would not be read back as it is'],
    ['prompty', 'a\nuser:\nb', 'its 1 messages would be read as 2'],
    ['prompty', '\n\na', 'message 1 would not be read back as it is'],
  ] as const)('is refused as %s, with the reason: %j', async (id, text, reason) => {
    const document = promptDocument({ messages: [{ role: 'user', text }] });
    await expect(writePrompt(document, id)).rejects.toThrow(CannotExpressError);
    await expect(writePrompt(document, id)).rejects.toThrow(reason);
  });
});
