import type { Forms } from './factors.js';
import type { SectionKey } from './line.js';
import type { Random } from './random.js';

export const canonicalNames: Readonly<Record<SectionKey, string>> = {
  analysis: 'ANALYSIS_TEMPLATE',
  implementation: 'IMPLEMENTATION_TEMPLATE',
  notes: 'EXECUTION_NOTES',
};

const typos: Readonly<Record<SectionKey, readonly string[]>> = {
  analysis: ['ANALYIS_TEMPLATE', 'ANALYSIS_TEMPLTE', 'ANALSYIS_TEMPLATE', 'Analysis_Tempate'],
  implementation: ['IMPLEMENTAION_TEMPLATE', 'IMPLEMENTATION_TEMPALTE', 'Implemenation_Template'],
  notes: ['EXECUTON_NOTES', 'EXECUTION_NOTE', 'EXCUTION_NOTES', 'Execution_Ntoes'],
};

const plurals: Readonly<Record<SectionKey, readonly string[]>> = {
  analysis: ['ANALYSIS_TEMPLATES', 'Analysis Templates'],
  implementation: ['IMPLEMENTATION_TEMPLATES', 'Implementation Templates'],
  notes: ['EXECUTION_NOTE', 'Execution Note'],
};

const synonyms: Readonly<Record<SectionKey, readonly string[]>> = {
  analysis: ['Analysis Prompt', 'Analysis Prompt Template'],
  implementation: ['Implementation Plan Template', 'Implementation Prompt'],
  notes: ['Notes', 'Notes for Execution'],
};

/** The name of a section as the writer of this answer spells it. */
export function spelledName(key: SectionKey, forms: Forms, random: Random): string {
  const name = variant(key, forms.name, random);
  return forms.heading === 'xml' ? name.replaceAll(' ', '_') : name;
}

function variant(key: SectionKey, spelling: Forms['name'], random: Random): string {
  const canonical = canonicalNames[key];
  switch (spelling) {
    case 'canonical':
      return canonical;
    case 'lower':
      return random.pick([canonical.toLowerCase(), titleCase(canonical, '_')]);
    case 'spaces':
      return random.pick([canonical.replaceAll('_', ' '), titleCase(canonical, ' ')]);
    case 'hyphens':
      return random.pick([canonical.replaceAll('_', '-'), canonical.toLowerCase().replaceAll('_', '-')]);
    case 'typo':
      return random.pick(typos[key]);
    case 'plural':
      return random.pick(plurals[key]);
    case 'joined':
      return random.pick([canonical.replaceAll('_', ''), titleCase(canonical, '')]);
    case 'synonym':
      return random.pick(synonyms[key]);
  }
}

function titleCase(canonical: string, separator: string): string {
  return canonical
    .split('_')
    .map((word) => word.charAt(0) + word.slice(1).toLowerCase())
    .join(separator);
}
