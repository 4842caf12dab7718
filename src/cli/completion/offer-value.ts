import type { CliHost } from '../command-context.js';
import { nothing, type Offer, wordsOf } from './offer.js';
import type { TypedPlace } from './typed-place.js';

type ValuePlace = Extract<TypedPlace, { what: 'value' }>;

/** What can be offered for the value of an argument or an option. */
export async function offerValue({ of, typed, before, session }: ValuePlace, host: CliHost): Promise<Offer> {
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
      return named(suggestSettings(typed), before);
    }
    default: {
      const deps = await host.openToRead({ db: undefined, project: undefined });
      if (deps === null) return nothing;
      const { suggestNames } = await import('../../operations/completion/suggest-names.js');
      return named(await suggestNames(deps, { kind: completes, typed, session }), before);
    }
  }
}

function named(names: readonly { readonly name: string; readonly description: string }[], before: string): Offer {
  return { kind: 'words', words: names.map(({ name, description }) => ({ word: before + name, description })) };
}
