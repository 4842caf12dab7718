import type { NameSuggestion } from '../../operations/completion/name-suggestion.js';
import type { CliHost } from '../command-context.js';
import { nothing, type Offer, wordsOf } from './offer.js';
import type { TypedPlace } from './typed-place.js';

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
    default: {
      const deps = await host.openToRead({ db: named.db, workspace: named.workspace, project: undefined });
      if (deps === null) return nothing;
      const { suggestNames } = await import('../../operations/completion/suggest-names.js');
      return offered(await suggestNames(deps, { kind: completes, typed, session: named.session }), before);
    }
  }
}

function offered(names: readonly NameSuggestion[], before: string): Offer {
  return {
    kind: 'words',
    words: names.map(({ name, description }) => ({ word: before + name, description })),
  };
}
