import { SourceText } from '../base/text/source-text.js';
import { findReferences } from './analysis/references.js';
import { TemplateError } from './errors.js';
import { runtimeFault } from './fault.js';
import { normalizeSource } from './normalize-source.js';
import { parseTemplate } from './syntax/parse-template.js';
import type { TemplateLoader } from './template-options.js';

/** Fetches the text of a template from where that takes time; undefined when there is none of that name. */
export type FetchTemplate = (name: string) => Promise<string | undefined>;

/** How often work is done anew for templates whose names it computes. */
const MOST_ROUNDS = 32;

/**
 * Does work that needs a loader with templates that take time to fetch: from a store, a folder, a server.
 *
 * What the loader lacked is fetched when the work is over, together with all that it brings in by literal
 * names, and the work is done anew, until it lacks nothing. It must have no effects of its own.
 *
 * @throws what `work` and `fetch` throw; TemplateRuntimeError where the work asks for computed names
 *   without end
 * @example
 * ```ts
 * const text = await withFetched(fetchFromStore, (loader) => compile(source, { loader }).render({ name }));
 * ```
 */
export function withFetched<Result>(
  fetch: FetchTemplate,
  work: (loader: TemplateLoader) => Result,
): Promise<Result> {
  return fetchingOnce(fetch)(work);
}

/** Does work as {@link withFetched} does. */
export type WithFetched = <Result>(work: (loader: TemplateLoader) => Result) => Promise<Result>;

/** The same for work of which there is much: what was fetched for one piece of it is there for the next. */
export function fetchingOnce(fetch: FetchTemplate): WithFetched {
  const fetched: Fetched = new Map();
  return (work) => workWith(fetched, fetch, work);
}

async function workWith<Result>(
  fetched: Fetched,
  fetch: FetchTemplate,
  work: (loader: TemplateLoader) => Result,
): Promise<Result> {
  for (let round = 0; ; round += 1) {
    const lacking = new Set<string>();
    const attempt = attempted(() =>
      work((name) => {
        if (!fetched.has(name)) noteLacking(name, lacking, round);
        return fetched.get(name);
      }),
    );
    if (lacking.size === 0) return attempt();
    await fetchAll(lacking, fetch, fetched);
  }
}

/** The texts by their names; undefined for what there is not. */
type Fetched = Map<string, string | undefined>;

function noteLacking(name: string, lacking: Set<string>, round: number): void {
  if (round === MOST_ROUNDS) {
    throw runtimeFault(`The name '${name}' is computed from the last of ${MOST_ROUNDS} others.`);
  }
  lacking.add(name);
}

/** The outcome of work as something that gives or throws it later. */
function attempted<Result>(work: () => Result): () => Result {
  try {
    const result = work();
    return () => result;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

async function fetchAll(names: Iterable<string>, fetch: FetchTemplate, fetched: Fetched): Promise<void> {
  const wanted = [...names];
  for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
    if (fetched.has(name)) continue;
    const text = await fetch(name);
    fetched.set(name, text);
    if (text !== undefined) wanted.push(...namesIn(name, text));
  }
}

/** What a template brings in by literal names; nothing when it is none, which is said when it is used. */
function namesIn(name: string, text: string): readonly string[] {
  try {
    const source = new SourceText(name, normalizeSource(text, false));
    return findReferences(parseTemplate(source, { trimBlocks: false, lstripBlocks: false }));
  } catch (error) {
    if (error instanceof TemplateError) return [];
    throw error;
  }
}
