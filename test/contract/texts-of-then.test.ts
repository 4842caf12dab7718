import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type App, openApp } from '../../src/app.js';
import * as operations from '../../src/operations/index.js';
import { whereabouts } from '../../src/operations/project/current-project.js';
import { fetchText } from '../../src/operations/prompt/fetch-text.js';
import { emptyPlace } from '../fixtures/empty-store.js';

let now: Date;
const surroundings = { cwd: '/', env: { HOME: '/nowhere' }, clock: { now: () => now } };

let db: string;
let app: App;
beforeEach(async () => {
  now = new Date('2026-03-01T10:00:00Z');
  db = await emptyPlace();
  app = await openApp({ ...surroundings, db });
  await operations.createPrompt(app, { name: 'tone', content: text('first'), global: true });
});
afterEach(() => app.close());

const text = (words: string) => ({ text: operations.fromLibrary(words) });

/** Lets a minute pass, and tells when it was over. */
function aMinuteLater(): Date {
  now = new Date(now.getTime() + 60_000);
  return now;
}

const update = (words: string) => operations.updatePrompt(app, { prompt: 'tone', content: text(words) });
const label = (version: string | null) =>
  operations.moveLabel(app, { prompt: 'tone', label: 'live', version });
const meant = (name: string, asOf?: Date) => fetchText(app, null, asOf)(name);

describe('what a prompt brings in', () => {
  it('is the newest version of a time', async () => {
    const first = now;
    const second = aMinuteLater();
    await update('second');
    aMinuteLater();
    await update('third');
    expect(await Promise.all([first, second, undefined].map((asOf) => meant('tone', asOf)))).toEqual([
      'first',
      'second',
      'third',
    ]);
    expect(await meant('tone@1', second)).toBe('first');
  });

  it('is where a label stood at a time', async () => {
    await update('second');
    await label('1');
    const early = now;
    const late = aMinuteLater();
    await label('2');
    aMinuteLater();
    await label(null);
    expect(await Promise.all([early, late].map((asOf) => meant('tone@live', asOf)))).toEqual([
      'first',
      'second',
    ]);
    expect(await meant('tone@live')).toBeUndefined();
  });

  it('is there although it was deleted since', async () => {
    const before = now;
    aMinuteLater();
    await operations.deletePrompt(app, { prompt: 'tone' });
    expect(await meant('tone', before)).toBe('first');
    expect(await meant('tone', now)).toBeUndefined();
  });

  it('is not a prompt of the project that hides it since', async () => {
    await operations.createProject(app, { name: 'shop', root: null });
    const before = now;
    aMinuteLater();
    const inShop = await openApp({ ...surroundings, db, project: 'shop' });
    try {
      await operations.createPrompt(inShop, { name: 'tone', content: text('of the shop') });
      const { project } = await whereabouts(inShop);
      const there = (asOf?: Date) => fetchText(inShop, project, asOf)('tone');
      expect([await there(before), await there()]).toEqual(['first', 'of the shop']);
    } finally {
      await inShop.close();
    }
  });

  it('is what came later where there was nothing', async () => {
    const before = now;
    aMinuteLater();
    await operations.createPrompt(app, { name: 'late', content: text('better late'), global: true });
    expect(await meant('late', before)).toBe('better late');
  });
});
