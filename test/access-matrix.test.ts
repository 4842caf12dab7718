import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PromptRunnerError } from '../src/base/errors.js';
import { inProject, type Need } from '../src/operations/access/need.js';
import { needs } from '../src/operations/access/needs.js';
import * as operations from '../src/operations/index.js';
import { covers } from '../src/store/role.js';
import { Company, type Person, type PlaceName, people, places, staff } from './fixtures/access/company.js';
import { labelledRecipes } from './fixtures/access/prompt-recipes.js';
import type { Recipe } from './fixtures/access/recipe.js';
import { recipes } from './fixtures/access/recipes.js';

/** The operations that are exported and work on what is kept. */
const guardedOperations = Object.entries(operations).flatMap(([name, value]) =>
  typeof value === 'function' && 'need' in value ? [[name, value.need as Need] as const] : [],
);

/** What an operation does in a place: it is done, it is refused, or there seems to be nothing there. */
type Outcome = 'done' | 'refused' | 'unseen';

/** What the table of needs says. */
function expected({ role: needed, concerns }: Need, person: Person, place: PlaceName): readonly Outcome[] {
  const has = staff[person][place];
  switch (concerns) {
    case 'project':
      if (covers(has, needed)) return ['done'];
      // What belongs to no project is nobody's secret: that there are roles for it may be said.
      return has === null ? (place === 'global' ? ['unseen', 'refused'] : ['unseen']) : ['refused'];
    case 'many':
      return covers(has, needed) ? ['done'] : ['unseen'];
    case 'store':
      return covers(staff[person].global, needed) ? ['done'] : ['refused'];
    case 'everything':
      return places.every((one) => covers(staff[person][one], needed)) ? ['done'] : ['refused'];
  }
}

async function outcomeOf(deed: Promise<unknown>): Promise<Outcome> {
  try {
    return (await deed) === false ? 'unseen' : 'done';
  } catch (error) {
    if (!(error instanceof PromptRunnerError)) throw error;
    if (error.code === 'NOT_PERMITTED') return 'refused';
    if (error.kind === 'not-found') return 'unseen';
    throw error;
  }
}

/** Where an operation makes no difference between places, one is enough; a project is nowhere but in one. */
function placesFor(name: string, { concerns }: Need): readonly PlaceName[] {
  if (concerns === 'store' || concerns === 'everything') return ['global'];
  return ONLY_PROJECTS.has(name) ? ['own', 'other'] : places;
}

const ONLY_PROJECTS = new Set([
  'listProjects',
  'showProject',
  'useProject',
  'updateProject',
  'archiveProject',
  'deleteProject',
  'previewProjectDeletion',
]);

/** Where somebody can do more or less than an operation's need says. */
async function wrongCells(name: string, need: Need, recipe: Recipe | undefined): Promise<string[]> {
  const wrong: string[] = [];
  for (const place of placesFor(name, need)) {
    let deed = await recipe?.(company, place);
    for (const person of people) {
      const doer = { here: await company.app(person, place), anywhere: await company.app(person) };
      const outcome = await outcomeOf(deed?.(doer) ?? Promise.resolve());
      const wanted = expected(need, person, place);
      if (!wanted.includes(outcome))
        wrong.push(`${person}, ${place}: ${outcome}, not ${wanted.join(' or ')}`);
      // What was done once may not be there to be done again.
      if (outcome === 'done') deed = await recipe?.(company, place);
    }
  }
  return wrong;
}

let company: Company;
beforeAll(async () => {
  company = await Company.found();
}, 60_000);
afterAll(() => company.close());

describe('who may do what', () => {
  it('is said of every operation that works on what is kept, and tried', () => {
    const known: Readonly<Record<string, Need>> = needs;
    expect(guardedOperations.map(([name]) => known[name])).toEqual(guardedOperations.map(([, need]) => need));
    expect(Object.keys(recipes).toSorted()).toEqual(guardedOperations.map(([name]) => name).toSorted());
  });

  it('is not asked of what has to do with models alone', () => {
    const unguarded = Object.entries(operations).flatMap(([name, value]) =>
      typeof value === 'function' && 'input' in value && !('need' in value) ? [name] : [],
    );
    expect(unguarded.toSorted()).toEqual(['listModels', 'listPrices', 'showModel', 'testModel']);
  });

  const known: Readonly<Record<string, Recipe>> = recipes;
  it.each(guardedOperations)('holds for %s', async (name, need) => {
    expect(await wrongCells(name, need, known[name])).toEqual([]);
  });

  describe.each(['production', 'live'])('for what carries the protected label %s', (label) => {
    beforeAll(() => operations.protectLabel(company.owner, { label }));

    it.each(Object.entries(labelledRecipes(label)))('takes an admin in %s', async (name, recipe) => {
      expect(await wrongCells(name, inProject('admin'), recipe)).toEqual([]);
    });
  });
});
