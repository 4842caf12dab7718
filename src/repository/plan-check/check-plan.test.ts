import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RepositoryFolder } from '../../../test/fixtures/repository-folder.js';
import { checkPlan } from './check-plan.js';

const SEEDS = join(import.meta.dirname, '../../../../shared/seeds');
const seedsTitle = existsSync(SEEDS)
  ? 'of somebody else names files only'
  : `of somebody else: SKIPPED, there are none in ${SEEDS}`;

let folder: RepositoryFolder;
beforeAll(() => {
  folder = new RepositoryFolder({
    'src/cart/cart.ts':
      'export class Cart {\n  addItem(item: Item): void {}\n}\nexport const MAX_ITEMS = 5;\n',
    'src/cart/utils.ts': 'export function formatPrice() {}\n',
    'src/orders/utils.ts': 'export function formatPrice() {}\nexport function parse_order() {}\n',
    'src/index.ts': "import './cart/cart.js';\nconsole.log(process.argv);\n",
    'src/orders/index.ts': '',
    'docs/guide.md': 'About `ghostWriter`.\n',
    'package.json': '{}',
    Makefile: '',
    '.gitignore': 'local\n',
    'local/settings.ts': '',
  }).committed();
});
afterAll(() => folder.remove());

/** What is told about each name, as `state text`. */
async function told(plan: string): Promise<string[]> {
  const { references } = await checkPlan(folder.root, plan);
  return references.map(({ state, text }) => `${state} ${text}`);
}

describe('the paths of a plan', () => {
  it.each([
    ['in backticks', 'Change `src/cart/cart.ts` first.', ['exists src/cart/cart.ts']],
    ['with a line', 'See `src/cart/cart.ts:12-20` now.', ['exists src/cart/cart.ts']],
    ['in a list', '- src/cart/cart.ts: the cart', ['exists src/cart/cart.ts']],
    ['in a heading', '### 1. src/cart/cart.ts', ['exists src/cart/cart.ts']],
    ['in a table', '| src/cart/cart.ts | the cart |', ['exists src/cart/cart.ts']],
    ['by their end', 'Change `cart/cart.ts`.', ['exists cart/cart.ts']],
    ['by what will be made of them', 'Imports `./src/cart/cart.js`.', ['exists src/cart/cart.js']],
    ['of a folder', 'All in `src/cart/`.', ['exists src/cart']],
    ['that git ignores', 'Change `local/settings.ts`.', ['exists local/settings.ts']],
    ['without an ending', 'Run the `Makefile`.', ['exists Makefile']],
  ])('exist when they are there, %s', async (_, plan, expected) => {
    expect(await told(plan)).toEqual(expected);
  });

  it.each([
    'Update `src/cart/basket.ts`.',
    'Add a field to `src/cart/basket.ts`.',
    'Extract it from `src/cart/basket.ts` and create a class.',
    '- src/cart/basket.ts',
    '## Files to modify\n\n1. src/cart/basket.ts: the new field',
    '## New files\n\n- `src/a.ts`\n\n## Changed files\n\n- `src/cart/basket.ts`',
  ])('are missing when they are not there: %j', async (plan) => {
    expect(await told(plan)).toContain('missing src/cart/basket.ts');
  });

  it.each([
    'Create `src/cart/basket.ts`.',
    'Add a new file `src/cart/basket.ts`.',
    'Create a class in `src/cart/basket.ts`.',
    '- `src/cart/basket.ts` (new): the basket',
    '- src/cart/basket.ts - new',
    '| `src/cart/basket.ts` | new |',
    '## New files\n\n- src/cart/basket.ts',
    'Files to create:\n- src/cart/basket.ts',
    '**Files created:**\n\n- src/cart/basket.ts',
    'First change `src/cart/basket.ts`. Before, create `src/cart/basket.ts`.',
    'Create `src/cart/basket.ts`, then import `cart/basket.ts`.',
  ])('are to be created when the plan says so: %j', async (plan) => {
    const states = (await told(plan)).map((line) => line.split(' ')[0]);
    expect(new Set(states)).toEqual(new Set(['to-be-created']));
  });

  it('are ambiguous when several files end like them, which are named', async () => {
    const { references } = await checkPlan(folder.root, 'Change `utils.ts`.');
    expect(references).toEqual([
      {
        text: 'utils.ts',
        kind: 'path',
        state: 'ambiguous',
        line: 1,
        candidates: ['src/cart/utils.ts', 'src/orders/utils.ts'],
      },
    ]);
  });

  it('are themselves when one of several that end like them is exactly so', async () => {
    expect(await told('Change `src/index.ts`.')).toEqual(['exists src/index.ts']);
  });

  it('are told once, where they stand first', async () => {
    const { references } = await checkPlan(folder.root, 'x\n`src/index.ts`\n`./src/index.ts`');
    expect(references).toMatchObject([{ text: 'src/index.ts', line: 2 }]);
  });
});

describe('the symbols of a plan', () => {
  it.each([
    ['Change `Cart`.', []],
    ['Call `addItem()`.', ['exists addItem()']],
    ['Call `Cart.addItem(item)`.', ['exists Cart.addItem(item)']],
    ['Call `Cart.removeItem()`.', ['missing Cart.removeItem()']],
    ['Update `loadBasket()`.', ['missing loadBasket()']],
    ['Create `loadBasket()`.', ['to-be-created loadBasket()']],
    ['Change `formatPrice`.', ['ambiguous formatPrice']],
    ['Change `formatPrice` of `src/cart/utils.ts`.', ['exists formatPrice', 'exists src/cart/utils.ts']],
    ['Change `parse_order`.', ['exists parse_order']],
    ['Update `ghostWriter`.', ['missing ghostWriter']],
  ])('are told: %j', async (plan, expected) => {
    expect((await told(plan)).toSorted()).toEqual(expected.toSorted());
  });
});

describe('what is no reference', () => {
  it.each([
    'See `https://example.org/a/b.ts` and https://example.org/x.md.',
    '- [the guide](docs/missing.md)',
    'Run `npm test`, `git commit -m x` and `--save-dev`.',
    'Needs `1.2.3`, `v2.0` and `^4.5.6`.',
    '- read and/or write, client/server, input/output, 24/7, TCP/IP',
    'Uses `Node.js`, `Vue.js` and `D3.js`.',
    '- Node.js, e.g. version 20',
    'Answers `application/json` at `/api/users/:id`.',
    'Set `DATABASE_URL` to `true`.',
    'Takes `Record<string, number>` and `{ a: 1 }`.',
    'Call `JSON.parse()`, `console.log` and `Promise.all([])`.',
    'Install `@scope/name` and `lodash/fp`.',
    'With `useQuery` of a library.',
    'All of `src/**/*.ts` and `src/<name>.ts`.',
    '```ts\nimport { x } from "src/ghost.ts"; // `src/ghost.ts`\n```',
    '1. List:\n     ```sh\n     - src/ghost.ts\n     ```',
    'In src/ghost.ts prose names nothing.',
    'Outside `../other/ghost.ts` and `/etc/ghost.conf`.',
    'Migration `db/xxx_ghost.py`.',
    'Reads `user.name`, `this.total` and `res.json`.',
  ])('is not told: %j', async (plan) => {
    expect(await told(plan)).toEqual([]);
  });
});

describe('a plan of any text', () => {
  it('is checked in time that grows with its length', async () => {
    const plans = [
      '`'.repeat(100_000),
      '- '.repeat(50_000),
      `${'a/'.repeat(50_000)}b.ts`,
      '(new '.repeat(40_000),
    ];
    for (const plan of plans) expect(await told(plan)).toEqual([]);
  });

  it.runIf(existsSync(SEEDS))(seedsTitle, async () => {
    for (const file of readdirSync(SEEDS).filter((name) => name.endsWith('.txt'))) {
      const { references } = await checkPlan(folder.root, readFileSync(join(SEEDS, file), 'utf8'));
      const odd = references.filter(({ text }) => !/^[\w/]+(?:\.(?:py|md|json|yaml)|\/)?$/.test(text));
      expect(odd).toEqual([]);
    }
  });
});
