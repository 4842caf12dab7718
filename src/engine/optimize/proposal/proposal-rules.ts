import { withTemplates } from '../../../prompts/with-templates.js';
import { type FetchTemplate, TemplateError } from '../../../templates/index.js';
import { OptimizationInputError } from '../errors.js';
import type { OptimizationRow } from '../optimization-row.js';
import { CopiedText } from './copied-text.js';
import { Refusal } from './refusal.js';
import { type TemplateForm, templateForm } from './template-form.js';

/** A short start may become longer by this many characters, however little that is allowed to grow. */
const ROOM_TO_GROW = 1000;
/** Once more than in the start, for a reminder: a document that is put in ten times costs ten times as much. */
const MORE_PRINTS = 1;

/** What proposals are held against. */
export class ProposalRules {
  readonly #start: string;
  readonly #form: TemplateForm;
  readonly #variables: readonly string[];
  readonly #fetch: FetchTemplate;
  readonly #copied: CopiedText;
  readonly #longest: number;

  private constructor(start: string, variables: readonly string[], rules: RuleTerms) {
    this.#start = start;
    this.#form = templateForm(start);
    this.#variables = variables;
    this.#fetch = rules.fetch;
    this.#copied = new CopiedText(start, rules.rows);
    this.#longest = Math.max(start.length * rules.growth, start.length + ROOM_TO_GROW);
  }

  /**
   * @param start the template that the search begins with
   * @throws OptimizationInputError when its frozen regions are not sound
   * @throws TemplateError when it is no template
   */
  static async of(start: string, terms: RuleTerms): Promise<ProposalRules> {
    const variables = await namesUsed(start, terms.fetch);
    return new ProposalRules(start, variables, terms);
  }

  /** Why a template is not tried; null when it is. What costs least to find out is found out first. */
  async refusalOf(template: string): Promise<Refusal | null> {
    if (template.length > this.#longest) return this.#tooLong(template);
    try {
      const form = templateForm(template);
      return (
        this.#changedForm(form) ?? (await this.#changedVariables(template)) ?? this.#copiedText(template)
      );
    } catch (error) {
      if (error instanceof TemplateError)
        return new Refusal('not-a-template', `It cannot be read: ${error.message}`);
      if (error instanceof OptimizationInputError) return new Refusal('frozen', error.message);
      throw error;
    }
  }

  #tooLong({ length }: string): Refusal {
    const most = Math.floor(this.#longest);
    return new Refusal(
      'too-long',
      `It has ${length} characters; ${most} are allowed. Say it in fewer words.`,
    );
  }

  #changedForm({ skeleton, prints }: TemplateForm): Refusal | null {
    if (textsOf(skeleton, 'frozen') !== textsOf(this.#form.skeleton, 'frozen'))
      return new Refusal('frozen', 'What stands between {# frozen #} and {# /frozen #} was changed.');
    if (textsOf(skeleton, 'tag') !== textsOf(this.#form.skeleton, 'tag'))
      return new Refusal('tags', 'The tags {% … %} are not the same ones in the same order.');
    if (JSON.stringify(skeleton) !== JSON.stringify(this.#form.skeleton))
      return new Refusal('frozen', 'A frozen region was moved to the other side of a tag.');
    for (const [at, now] of prints.entries()) {
      const refusal = changedPrints(this.#form.prints[at] ?? new Map(), now);
      if (refusal !== null) return refusal;
    }
    return null;
  }

  async #changedVariables(template: string): Promise<Refusal | null> {
    const names = new Set(await namesUsed(template, this.#fetch));
    const missing = this.#variables.filter((name) => !names.has(name));
    return missing.length === 0 ? null : doesWithout(missing);
  }

  #copiedText(template: string): Refusal | null {
    const copied = template === this.#start ? null : this.#copied.findIn(template);
    return copied === null
      ? null
      : new Refusal('copied-text', `It repeats data instead of saying a rule: ${copied}.`);
  }
}

/** Why what is printed between two tags is not what was printed there; null when it is. */
function changedPrints(
  before: ReadonlyMap<string, number>,
  now: ReadonlyMap<string, number>,
): Refusal | null {
  const missing = [...before.keys()].filter((inside) => !now.has(inside));
  if (missing.length > 0) return doesWithout(missing);
  for (const [inside, count] of now) {
    const least = before.get(inside);
    if (least === undefined)
      return new Refusal('expressions', '{{ … }} holds what the start does not have there.');
    if (count > least + MORE_PRINTS)
      return new Refusal('expressions', `{{ ${inside} }} stands in it ${count} times.`);
  }
  return null;
}

function doesWithout(missing: readonly string[]): Refusal {
  return new Refusal(
    'variables',
    `It does without ${missing.map((inside) => `{{ ${inside} }}`).join(', ')}, or has it elsewhere.`,
  );
}

export interface RuleTerms {
  /** The rows that choices go by: nothing of them may be copied. */
  readonly rows: readonly OptimizationRow[];
  /** How many times as long as the start a proposal may be. */
  readonly growth: number;
  readonly fetch: FetchTemplate;
}

function textsOf(skeleton: TemplateForm['skeleton'], wanted: 'tag' | 'frozen'): string {
  return JSON.stringify(skeleton.filter(({ kind }) => kind === wanted).map(({ text }) => text));
}

async function namesUsed(template: string, fetch: FetchTemplate): Promise<readonly string[]> {
  return withTemplates(fetch, (compile) => compile('prompt', template).variables.map(({ name }) => name));
}
