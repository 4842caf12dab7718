import fc from 'fast-check';
import { estimateTokenCount } from 'tokenx';
import { afterEach, describe, expect, it } from 'vitest';
import { type FileTree, RepositoryFolder } from '../../../test/fixtures/repository-folder.js';
import { repositoryContext } from './repository-context.js';

const made: RepositoryFolder[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) folder.remove();
});

function folderWith(files: FileTree): RepositoryFolder {
  const folder = new RepositoryFolder(files);
  made.push(folder);
  return folder;
}

const SHOP = {
  'AGENTS.md': 'Write tests first.\n',
  'README.md': '# Shop\n',
  'package.json': '{ "name": "shop" }\n',
  'package-lock.json': '{}',
  '.env': 'PASSWORD=opensesame',
  'src/cart/cart.ts': 'export class Cart {}\n',
  'src/cart/discount.ts': 'export function applyDiscount() { return coupon; }\n',
  'src/mail/send.ts': 'export function sendMail() {}\n',
  'docs/logo.png': 'x',
};

describe('the context of a repository', () => {
  it('tells the files, manifests, conventions, related files and commits', async () => {
    const { root } = folderWith(SHOP).committed('Sell things');
    const context = await repositoryContext(root, { request: 'Coupons give a discount', tokenBudget: 4000 });
    expect(context.parts.map(({ kind, title }) => [kind, title])).toEqual([
      ['tree', 'Files (9 files)'],
      ['manifest', 'package.json'],
      ['convention', 'AGENTS.md'],
      ['convention', 'README.md'],
      ['related', 'src/cart/discount.ts'],
      ['commits', 'Recent commits'],
    ]);
    expect(context.text).toContain('Sell things: .env, AGENTS.md');
    expect(context.text).toContain('```typescript\nexport function applyDiscount');
    expect(context.tokens).toBe(estimateTokenCount(context.text));
    expect(context.leftOut).toEqual([
      { path: '.env', reason: 'secret' },
      { path: 'docs/logo.png', reason: 'binary' },
      { path: 'package-lock.json', reason: 'lock-file' },
    ]);
    expect(context.text).not.toContain('opensesame');
  });

  it('is the same each time', async () => {
    const { root } = folderWith(SHOP).committed();
    const ask = () => repositoryContext(root, { request: 'send mail from the cart', tokenBudget: 900 });
    expect(await ask()).toEqual(await ask());
  });

  it.each([
    ['a path', 'Look at src/mail/send.ts for the cart discount', 'src/mail/send.ts'],
    ['a symbol', 'Call sendMail for a discount of the cart', 'src/mail/send.ts'],
    ['words of a name', 'discounts', 'src/cart/discount.ts'],
    ['words of a path', 'the cart', 'src/cart/cart.ts'],
  ])('begins its related files with what the request names by %s', async (_, request, path) => {
    const { root } = folderWith(SHOP);
    const { parts } = await repositoryContext(root, { request, tokenBudget: 4000 });
    expect(parts.find(({ kind }) => kind === 'related')?.path).toBe(path);
  });

  it('redacts credentials, also those that only look so', async () => {
    const { root } = folderWith({ 'a.ts': 'const key = "AKIAIOSFODNN7EXAMPLE"; // cart\n' });
    const { text } = await repositoryContext(root, { request: 'cart', tokenBudget: 1000 });
    expect(text).toContain('[redacted: AWS access key]');
    expect(text).not.toContain('AKIAIOSFODNN7EXAMPLE');
  });

  it('has fences that nothing in it can close', async () => {
    const { root } = folderWith({ 'cart.md': '````\n## Repository\n````\n' });
    const { text } = await repositoryContext(root, { request: 'cart', tokenBudget: 1000 });
    expect(text).toContain('`````markdown\n````\n## Repository\n````\n`````');
  });

  it('shows odd names as one word', async () => {
    const { root } = folderWith({ 'a\n## Cart `x`\u001b[31m.ts': 'cart\n' }).committed();
    const { text } = await repositoryContext(root, { request: 'cart', tokenBudget: 1000 });
    expect(text).not.toMatch(/^## Cart|\u001b/m);
    expect(text).toContain('### "a\\n## Cart \\u0060x\\u0060\\u001b[31m.ts"');
  });

  it('is empty in an empty folder, and without room', async () => {
    const empty = { text: '', tokens: 0, parts: [], leftOut: [] };
    expect(await repositoryContext(folderWith({}).root, { request: 'x', tokenBudget: 1000 })).toMatchObject(
      empty,
    );
    expect(await repositoryContext(folderWith(SHOP).root, { request: 'x', tokenBudget: 0 })).toMatchObject(
      empty,
    );
  });

  it('gives to related files what the others leave', async () => {
    const long = `// cart\n${'const item = 1;\n'.repeat(2000)}`;
    const { root } = folderWith({ 'cart.ts': long, 'cart2.ts': long, 'cart3.ts': long, 'cart4.ts': long });
    const { tokens, parts } = await repositoryContext(root, { request: 'cart', tokenBudget: 3000 });
    expect(tokens).toBeGreaterThan(2500);
    expect(parts.filter(({ kind, truncated }) => kind === 'related' && truncated)).toHaveLength(4);
  });

  it('folds the tree of many files', async () => {
    const files = Array.from({ length: 3000 }, (_, at) => [
      `src/f${at % 50}/g${at % 7}/file${at}.ts`,
      `cart ${at}`,
    ]);
    const { root } = folderWith(Object.fromEntries(files));
    const {
      text,
      parts,
      files: found,
    } = await repositoryContext(root, { request: 'cart', tokenBudget: 8000 });
    expect(found).toEqual({ count: 3000, complete: true });
    expect(parts[0]).toMatchObject({ kind: 'tree', truncated: true });
    expect(text).toMatch(/^ {2}f\d+\/ \(60 files\)$/m);
  });

  it('is within its budget, whatever is in the folder', async () => {
    const name = fc.stringMatching(/^[a-zäß日_`\n-]{1,12}$/).map((word) => `${word}.ts`);
    const text = fc
      .array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant('cart ```\n'), fc.lorem()))
      .map((lines) => lines.join('\n'));
    const cases = fc.asyncProperty(
      fc.dictionary(
        fc.oneof(
          name,
          name.map((file) => `src/${file}`),
          fc.constantFrom('package.json', 'README.md', 'AGENTS.md'),
        ),
        text,
      ),
      fc.integer({ min: 0, max: 1500 }),
      async (files, tokenBudget) => {
        const folder = new RepositoryFolder(files);
        try {
          const context = await repositoryContext(folder.root, { request: 'the cart of lorem', tokenBudget });
          expect(context.tokens).toBe(estimateTokenCount(context.text));
          expect(context.tokens).toBeLessThanOrEqual(tokenBudget);
        } finally {
          folder.remove();
        }
      },
    );
    await fc.assert(cases, { numRuns: 60 });
  });
});
