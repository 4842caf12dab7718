import type { NameSuggestion } from '../../operations/completion/name-suggestion.js';
import type { Completion } from '../command.js';
import type { CliHost } from '../command-context.js';
import { nothing, type Offer, wordsOf } from './offer.js';
import type { NamedOnLine, TypedPlace } from './typed-place.js';

/** What has its names in the record rather than in the program. */
type RecordedName = Exclude<Completion, 'setting' | 'file' | 'folder'>;
type ValuePlace = Extract<TypedPlace, { what: 'value' }>;

/** What can be offered for the value of an argument or an option. */
export async function offerValue({ of, typed, before, named }: ValuePlace, host: CliHost): Promise<Offer> {
  if ('choices' in of && of.choices !== undefined) {
    return wordsOf(
      of.choices.map((choice) => [before + choice, '']),
      before + typed,
    );
  }
  const completes = 'completes' in of ? of.completes : undefined;
  switch (completes) {
    case undefined:
      return nothing;
    case 'file':
    case 'folder':
      return { kind: completes };
    case 'setting': {
      const { suggestSettings } = await import('../../operations/completion/suggest-settings.js');
      return offered(suggestSettings(typed), before);
    }
    default:
      return offered(await recordedNames(completes, typed, named, host), before);
  }
}

/** From the index of names where that can tell, otherwise from the whole app, which takes longer to load. */
async function recordedNames(
  kind: RecordedName,
  typed: string,
  named: NamedOnLine,
  host: CliHost,
): Promise<readonly NameSuggestion[]> {
  const { db, workspace, session } = named;
  if (!isInWorkspace(kind, named, host)) {
    const { suggestQuickly } = await import('../../operations/completion/suggest-quickly.js');
    const flags = db === undefined ? {} : { store: db };
    const sources = { env: host.env, cwd: host.cwd, flags };
    const names = await suggestQuickly(sources, { kind, typed, session });
    if (names !== null) return names;
  }
  const deps = await host.openToRead({ db, workspace, project: undefined });
  if (deps === null) return [];
  const { suggestNames } = await import('../../operations/completion/suggest-names.js');
  return suggestNames(deps, { kind, typed, session });
}

/** What a folder of files has names of; there is nothing else in it. */
const keptInWorkspaces: readonly RecordedName[] = ['session', 'attempt', 'prompt'];

/** Whether the names are those of a folder of files. Only the line can say so of what is never in one. */
function isInWorkspace(kind: RecordedName, { db, workspace }: NamedOnLine, { env }: CliHost): boolean {
  if (workspace !== undefined) return true;
  return keptInWorkspaces.includes(kind) && db === undefined && Boolean(env.PROMPT_RUNNER_WORKSPACE);
}

function offered(names: readonly NameSuggestion[], before: string): Offer {
  return {
    kind: 'words',
    words: names.map(({ name, description }) => ({ word: before + name, description })),
  };
}
