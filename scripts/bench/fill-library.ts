import type { PromptChange } from '../../src/prompts/prompt-change.js';
import type { Project } from '../../src/store/project.js';
import type { Store } from '../../src/store/store.js';
import { aPrompt, aVersion, someContent } from '../../test/fixtures/prompts.js';
import { aProject } from '../../test/fixtures/sessions.js';
import { LibraryWords } from './library-words.js';

/** A word that every prompt has. */
export const EVERYWHERE = 'everyone';

const CHUNK = 1000;
const MINUTE = 60_000;
const CHARACTERS = 600;
const DESCRIPTION_CHARACTERS = 60;
/** One of so many is global, the others belong to projects. */
const GLOBAL_EVERY = 20;

export interface LibrarySize {
  readonly prompts: number;
  readonly projects: number;
}

/**
 * Fills a store with projects and prompts, through the journal as people do. Prompt number `n` has the words
 * `markedWord(n % 10 ** k, k)` for each power of ten up to the number of prompts, so that there are terms that
 * a known number of prompts have.
 */
export async function fillLibrary(store: Store, { prompts, projects }: LibrarySize): Promise<Project[]> {
  const made = Array.from({ length: projects }, (_, number) => aProject({ name: `project-${number}` }));
  for (const project of made) await store.projects.insert(project);
  const words = new LibraryWords();
  for (let from = 0; from < prompts; from += CHUNK) {
    const length = Math.min(CHUNK, prompts - from);
    await store.promptJournal.createAll(
      Array.from({ length }, (_, at) => creationOf(from + at, prompts, made, words)),
    );
  }
  return made;
}

/**
 * A word that stands in every prompt whose number ends with these digits.
 * @example markedWord(42, 3) === 'zobgdq' // in the prompts 42, 1042, 2042, and so on
 */
export function markedWord(rest: number, digits: number): string {
  const letters = String(rest)
    .padStart(digits, '0')
    .replaceAll(/\d/g, (digit) => 'bcdfghjklm'.charAt(Number(digit)));
  return `z${'aeiouy'.charAt(digits)}${letters}q`;
}

function creationOf(
  number: number,
  count: number,
  projects: readonly Project[],
  words: LibraryWords,
): PromptChange {
  const at = timeOf(number);
  const project = number % GLOBAL_EVERY === 0 ? undefined : projects[number % projects.length];
  const marks = Array.from({ length: Math.round(Math.log10(count)) }, (_, digits) =>
    markedWord(number % 10 ** (digits + 1), digits + 1),
  );
  const text = `Written for ${EVERYWHERE}.\n${marks.join(' ')}\n${words.text(CHARACTERS)}`;
  const prompt = aPrompt({
    project: project === undefined ? null : { id: project.id, name: project.name },
    name: `${words.next()}/${words.next()}-${number}`,
    description: words.text(DESCRIPTION_CHARACTERS),
    category: words.next(),
    tags: [...new Set([words.next(), words.next()])].sort(),
    createdAt: at,
    updatedAt: at,
  });
  const subject = { kind: 'prompt', id: prompt.id, name: prompt.name } as const;
  const told = { before: null, after: null, note: null, forced: false };
  return {
    prompt,
    added: aVersion(prompt.id, 1, someContent(text)),
    audit: [{ at, actor: prompt.createdBy, action: 'prompt.created', subject, ...told }],
  };
}

function timeOf(number: number): Date {
  return new Date(Date.UTC(2026, 0, 1) + number * MINUTE);
}
