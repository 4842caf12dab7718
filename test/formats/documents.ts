import fc from 'fast-check';
import type { JsonValue } from '../../src/formats/json-value.js';
import {
  type DocumentMessage,
  messageRoles,
  type PromptDocument,
  type VariableDeclaration,
  variableTypes,
} from '../../src/formats/prompt-document.js';

/** Bits of text that mean something to one format or another. */
const MEANINGFUL = [
  '{{ name }}',
  '{{name}}',
  '{{',
  '}}',
  '{%',
  '%}',
  '{#',
  '#}',
  '{% if a %}',
  '{% endif %}',
  '{% for b in c %}',
  '{% endfor %}',
  '{{{x}}}',
  '{{#if x}}',
  '{{/if}}',
  '$name',
  '$\u007bname}',
  '$$',
  '---',
  '...',
  '<!-- user -->',
  '<!-- system -->',
  '\\<!-- assistant -->',
  'system:',
  'user:',
  'assistant:',
  '# user:',
  '[PLACEHOLDER]',
  '`',
  '\\',
  "'",
  '"',
  ': ',
  '- ',
  '# ',
  '&a',
  '*a',
  '!!js',
  '|',
  '>',
  '\t',
  ' ',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '<<',
  '__proto__',
  'Plan it.',
  'null',
  'true',
  '1e3',
  '\u2028',
  '\u0085',
  '\ufeff',
  '\0',
  '\ud800',
  '\udc00',
  '😀',
  'é',
];

/** Any text at all, and often one made of what formats look for. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 })
    .map((units) => String.fromCharCode(...units)),
  fc
    .array(fc.oneof(fc.constantFrom(...MEANINGFUL), fc.string()), { maxLength: 8 })
    .map((parts) => parts.join('')),
);

const json = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.oneof(
      fc.constant(null),
      fc.boolean(),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      anyText,
    ),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(anyText, tie('value'), { maxKeys: 3 }).map((entries) => ({ ...entries })),
  ),
})).value;

const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null, freq: 2 });

function documents(text: fc.Arbitrary<string>, name: fc.Arbitrary<string>): fc.Arbitrary<PromptDocument> {
  const message: fc.Arbitrary<DocumentMessage> = fc.record({ role: fc.constantFrom(...messageRoles), text });
  const variable: fc.Arbitrary<VariableDeclaration> = fc.record(
    {
      name,
      type: fc.constantFrom(...variableTypes),
      description: orNull(anyText),
      required: fc.boolean(),
      default: json,
      choices: fc.array(json, { maxLength: 3 }),
    },
    { requiredKeys: ['name', 'type', 'description', 'required'] },
  );
  return fc.record({
    name: orNull(anyText),
    description: orNull(anyText),
    category: orNull(anyText),
    tags: fc.array(anyText, { maxLength: 3 }),
    kind: orNull(anyText),
    featureType: orNull(anyText),
    isTemplate: fc.boolean(),
    messages: fc.array(message, { minLength: 1, maxLength: 3 }),
    variables: fc.uniqueArray(variable, { maxLength: 3, selector: (one) => one.name }),
    settings: fc.record({
      model: orNull(anyText),
      parameters: fc.dictionary(anyText, json, { maxKeys: 3 }).map((entries) => ({ ...entries })),
      responseSchema: json,
    }),
    version: orNull(fc.nat()),
  });
}

/** Any document whatever. */
export const anyDocument = documents(anyText, anyText);

/** What a template may say in one format and not in another. */
const TEMPLATE_PARTS = [
  'Review this change.',
  '{{ diff }}',
  '{{diff}}',
  ' ',
  '\n',
  '\n\n',
  '{{ owner.name }}',
  '{# note #}',
  'a: b',
  '- c',
  '{% if diff %}',
  '{% endif %}',
  '{% else %}',
  '{% for one in items %}',
  '{{ one.id }}',
  '{% endfor %}',
  '{',
  '}',
  "{{ '{{' }}",
  '{{ diff|upper }}',
  'user:',
  '# system:',
  '[{"role": "user"}]',
  '{% include "shared/role" %}',
  '$x',
];

const templateText = fc
  .array(fc.constantFrom(...TEMPLATE_PARTS), { maxLength: 7 })
  .map((parts) => parts.join(''));

/** A document such as people write, with templates that are sometimes broken. */
export const usualDocument = documents(
  fc.oneof(templateText, anyText),
  fc.constantFrom('diff', 'owner', 'items', 'a-b'),
);
