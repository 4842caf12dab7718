import type { SharedV3Warning } from '@ai-sdk/provider';

/** What the SDK says that a provider did not heed, in a sentence. */
export function warningText(warning: SharedV3Warning): string {
  if (warning.type === 'other') return sentence(warning.message);
  const what =
    warning.type === 'unsupported'
      ? `The model does not take "${warning.feature}"`
      : `"${warning.feature}" is taken in another way`;
  return sentence(warning.details ? `${what}: ${warning.details}` : what);
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
