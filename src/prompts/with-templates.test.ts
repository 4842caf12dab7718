import { describe, expect, it } from 'vitest';
import type { Template } from '../templates/index.js';
import { withTemplates } from './with-templates.js';

const SOURCE = 'Dear {{ name }}, {% include "greeting" %}';

/** Renders with what `greeting` is, and gives the compiled template too. */
function greet(greeting: string): Promise<{ text: string; template: Template }> {
  const fetch = async (name: string) => (name === 'greeting' ? greeting : undefined);
  return withTemplates(fetch, (compile) => {
    const template = compile('letter', SOURCE);
    return { text: template.render({ name: 'Ada' }), template };
  });
}

describe('work with templates', () => {
  it('compiles a content once, however often the work is done', async () => {
    const [first, second] = [await greet('hello'), await greet('hello')];
    expect(second.template).toBe(first.template);
  });

  it('has what each piece of work brings in, in spite of that', async () => {
    const texts = [await greet('hello'), await greet('good evening'), await greet('hello')];
    expect(texts.map(({ text }) => text)).toEqual([
      'Dear Ada, hello',
      'Dear Ada, good evening',
      'Dear Ada, hello',
    ]);
  });

  it('knows the variables of what is brought in at the time', async () => {
    const variablesWith = async (greeting: string) => {
      const fetch = async () => greeting;
      const found = await withTemplates(fetch, (compile) => compile('letter', SOURCE).variables);
      return found.map(({ name }) => name);
    };
    expect(await variablesWith('{{ time }}')).toEqual(['name', 'time']);
    expect(await variablesWith('{{ place }}')).toEqual(['name', 'place']);
  });

  it('of several at once does not mix up what they bring in', async () => {
    const greetings = Array.from({ length: 20 }, (_, at) => `greeting ${at}`);
    const done = await Promise.all(greetings.map(greet));
    expect(done.map(({ text }) => text)).toEqual(greetings.map((greeting) => `Dear Ada, ${greeting}`));
  });
});
