import { describe, expect, it } from 'vitest';
import { compile, TemplateNotFoundError, TemplateRuntimeError } from './index.js';
import { withFetched } from './with-fetched.js';

/** Renders with templates that come later, and tells which were asked for. */
async function rendered(source: string, templates: Readonly<Record<string, string>>) {
  const asked: string[] = [];
  const fetch = async (name: string) => {
    asked.push(name);
    return Object.hasOwn(templates, name) ? templates[name] : undefined;
  };
  let rounds = 0;
  const output = await withFetched(fetch, (loader) => {
    rounds += 1;
    return compile(source, { loader }).render();
  });
  return { output, asked, rounds };
}

describe('withFetched', () => {
  it('fetches what is brought in, each once, with what that brings in by literal names', async () => {
    const templates = { a: '<{% include "b" %}{% include "b" %}>', b: 'b{% include "c" %}', c: 'c' };
    const { output, asked, rounds } = await rendered('{% include "a" %}{% include "c" %}', templates);
    expect(output).toBe('<bcbc>c');
    expect(asked).toEqual(['a', 'b', 'c']);
    expect(rounds).toBe(2);
  });

  it('fetches computed names as they turn up, also where they may be missing', async () => {
    const source = '{% for n in "xyz" %}{% include "part-" ~ n ignore missing %}{% endfor %}';
    const { output, asked } = await rendered(source, { 'part-x': '1', 'part-z': '3' });
    expect(output).toBe('13');
    expect(asked.toSorted()).toEqual(['part-x', 'part-y', 'part-z']);
  });

  it('says what is not there', async () => {
    await expect(rendered('{% include "nowhere" %}', {})).rejects.toThrow(TemplateNotFoundError);
  });

  it('does not go in circles while it fetches', async () => {
    const { output } = await rendered('{% include "a" %}', {
      a: 'a{% if false %}{% include "b" %}{% endif %}',
      b: '{% include "a" %}',
    });
    expect(output).toBe('a');
  });

  it('ends when every template computes the name of another', async () => {
    const fetch = async () => '{% set n = n|default(0) + 1 %}{% include "t" ~ n %}';
    const run = withFetched(fetch, (loader) => compile('{% include "t" %}', { loader }).render());
    await expect(run).rejects.toThrow(TemplateRuntimeError);
  });

  it('leaves a template that is broken to the work that uses it', async () => {
    const { output } = await rendered('{% if false %}{% include "broken" %}{% endif %}ok', {
      broken: '{% if',
    });
    expect(output).toBe('ok');
    const failing = rendered('{% include "broken" %}', { broken: '{% if' });
    await expect(failing).rejects.toMatchObject({ code: 'TEMPLATE_SYNTAX', templateName: 'broken' });
  });
});
