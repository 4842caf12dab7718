import { performance } from 'node:perf_hooks';
import { ORCHESTRATION_CATEGORY } from '../../src/prompts/prompt-kind.js';
import { libraryTemplates } from '../../src/store/library-templates.js';
import type { Project } from '../../src/store/project.js';
import type { Store } from '../../src/store/store.js';
import { aPrompt, aVersion, someContent } from '../../test/fixtures/prompts.js';
import { percentile } from './percentile.js';
import type { BenchRow } from './row.js';

const RESOLUTIONS = 3000;
const LIMIT_MS = 1;
const KINDS = ['orchestrator', 'analysis', 'implementation'] as const;
const TYPES = ['bugfix', 'api', null] as const;
const TEXT = `{% extends "builtin/orchestrator" %}{% block thinking %}${'Think of those who use it. '.repeat(20)}{% endblock %}`;

/** How long it takes to find the template in force, with its content, among all the prompts of a library. */
export async function templateRows(store: Store, projects: readonly Project[]): Promise<BenchRow[]> {
  await addTemplates(store, projects);
  const templates = libraryTemplates(store.templates);
  const times: number[] = [];
  for (let at = 0; at < RESOLUTIONS; at++) {
    const project = projects[(at * 7919) % projects.length] ?? null;
    const featureType = TYPES[at % TYPES.length] ?? null;
    const kind = KINDS[at % KINDS.length] ?? 'orchestrator';
    const start = performance.now();
    const { messages } = await templates.resolve(kind, { project, featureType, named: {} });
    times.push(performance.now() - start);
    if (messages.length === 0) throw new Error('a template has messages');
  }
  const name = 'finding the template in force, with its content';
  return [
    { name: `${name}, p50`, figure: percentile(times, 0.5), unit: 'ms' },
    { name: `${name}, p95`, figure: percentile(times, 0.95), unit: 'ms', limit: LIMIT_MS },
  ];
}

/** For every project a template of each kind, for each of two types another one; and global ones behind them. */
async function addTemplates(store: Store, projects: readonly Project[]): Promise<void> {
  const changes = [null, ...projects].flatMap((project) =>
    KINDS.flatMap((kind) =>
      TYPES.map((featureType) => {
        const prompt = aPrompt({
          name: `${kind}/${featureType ?? 'all'}`,
          project: project && { id: project.id, name: project.name },
          category: ORCHESTRATION_CATEGORY,
          kind,
          featureType,
          isTemplate: true,
          isInForce: true,
        });
        return { prompt, added: aVersion(prompt.id, 1, someContent(TEXT)), audit: [] };
      }),
    ),
  );
  await store.promptJournal.createAll(changes);
}
