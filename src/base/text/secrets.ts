/** A credential that text seems to hold: what it looks like, and where (UTF-16 offsets). */
export interface SecretFinding {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Shapes that are credentials beyond reasonable doubt: a vendor's prefix and its full length. Guesses such
 * as "password = …" are left out on purpose; redacting ordinary code would spoil prompts.
 * Each expression is linear: bounded repeats, no alternatives that overlap.
 */
const SHAPES: readonly (readonly [kind: string, shape: RegExp])[] = [
  [
    'private key',
    /-----BEGIN (?:[A-Z]{1,12} ){0,2}PRIVATE KEY(?: BLOCK)?-----(?:[^-]|-(?!----)){1,8000}-----END[A-Z ]{1,40}-----/g,
  ],
  ['AWS access key', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g],
  ['GitHub token', /\bgh[pousr]_[0-9A-Za-z]{36,255}\b/g],
  ['GitHub token', /\bgithub_pat_[0-9A-Za-z_]{60,255}\b/g],
  ['GitLab token', /\bglpat-[0-9A-Za-z_-]{20,64}/g],
  ['Anthropic key', /\bsk-ant-[0-9A-Za-z_-]{20,200}/g],
  ['OpenAI key', /\bsk-(?:proj-|svcacct-)?(?!ant-)[0-9A-Za-z_-]{32,200}/g],
  ['Google key', /\bAIza[0-9A-Za-z_-]{35}/g],
  ['Slack token', /\bxox[abeoprs]-[0-9A-Za-z-]{10,250}/g],
  ['Stripe key', /\b[rs]k_live_[0-9A-Za-z]{20,200}\b/g],
  ['npm token', /\bnpm_[0-9A-Za-z]{36}\b/g],
  // Begins where no such character stands before it; otherwise "eyJ-eyJ-…" would be read again from each.
  [
    'JSON web token',
    /(?<![0-9A-Za-z_-])eyJ[0-9A-Za-z_-]{10,2000}\.eyJ[0-9A-Za-z_-]{10,4000}\.[0-9A-Za-z_-]{10,2000}/g,
  ],
];

/** What looks like a credential, by where it begins; findings may overlap. */
export function findSecrets(text: string): SecretFinding[] {
  const findings = SHAPES.flatMap(([kind, shape]) =>
    Array.from(text.matchAll(shape), (match) => ({
      kind,
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
  return findings.sort((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * The text without what looks like a credential.
 *
 * @example redactSecrets('key AKIAIOSFODNN7EXAMPLE') === 'key [redacted: AWS access key]'
 */
export function redactSecrets(text: string): string {
  let redacted = '';
  let from = 0;
  for (const { kind, start, end } of findSecrets(text)) {
    if (start >= from) redacted += `${text.slice(from, start)}[redacted: ${kind}]`;
    from = Math.max(from, end);
  }
  return redacted + text.slice(from);
}
