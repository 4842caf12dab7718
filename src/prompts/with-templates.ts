import {
  type FetchTemplate,
  fetchingOnce,
  type Template,
  TemplateCache,
  type TemplateLoader,
} from '../templates/index.js';

const MOST_KEPT = 500;

/** Compiles a text under the name that errors show. */
export type CompileKept = (name: string, text: string) => Template;

/**
 * Work with templates that bring in others from where that takes time to fetch. Compiled ones are kept by
 * their content, whatever they bring in, so that work done again compiles nothing.
 *
 * @param work must be synchronous and without effects: it is done anew whenever something was fetched
 * @throws what `fetch` and `work` throw
 * @example
 * await withTemplates(fetch, (compile) => compile('greeting', '{% include "shared/role" %}').render({}));
 */
export function withTemplates<Result>(
  fetch: FetchTemplate,
  work: (compile: CompileKept) => Result,
): Promise<Result> {
  return templatesOnce(fetch)(work);
}

/** Does work as {@link withTemplates} does. */
export type WithTemplates = <Result>(work: (compile: CompileKept) => Result) => Promise<Result>;

/** The same for work of which there is much: what was fetched for one piece of it is there for the next. */
export function templatesOnce(fetch: FetchTemplate): WithTemplates {
  const withFetched = fetchingOnce(fetch);
  return (work) => withFetched((loader) => loadingFrom(loader, () => work(compileKept)));
}

/** Who is asked for other templates at this moment: the kept templates outlive the work they were made for. */
let presentLoader: TemplateLoader = () => undefined;
const kept = new TemplateCache({ loader: (name) => presentLoader(name) }, MOST_KEPT);

const compileKept: CompileKept = (name, text) => kept.compile(text, name);

function loadingFrom<Result>(loader: TemplateLoader, work: () => Result): Result {
  const before = presentLoader;
  presentLoader = loader;
  try {
    return work();
  } finally {
    presentLoader = before;
  }
}
