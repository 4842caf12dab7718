import { describe, expect, it } from 'vitest';
import { findSecrets, redactSecrets } from './secrets.js';

/** Put together here, so that no scanner of the repository takes a sample for the real thing. */
const letters = (count: number) => 'aB3dE5gH7j'.repeat(Math.ceil(count / 10)).slice(0, count);
const capitals = (count: number) => 'AB3DE5GH7J'.repeat(Math.ceil(count / 10)).slice(0, count);
const pem = (label: string, body: string) => `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----`;

const samples = [
  ['private key', pem('PRIVATE KEY', letters(200))],
  ['private key', pem('RSA PRIVATE KEY', `Proc-Type: 4,ENCRYPTED\n\n${letters(200)}`)],
  ['private key', pem('OPENSSH PRIVATE KEY', letters(2000))],
  ['private key', pem('PGP PRIVATE KEY BLOCK', letters(200))],
  ['AWS access key', `AKIA${capitals(16)}`],
  ['AWS access key', `ASIA${capitals(16)}`],
  ['GitHub token', `ghp_${letters(36)}`],
  ['GitHub token', `ghs_${letters(80)}`],
  ['GitHub token', `github_pat_${letters(82)}`],
  ['GitLab token', `glpat-${letters(20)}`],
  ['Anthropic key', `sk-ant-api03-${letters(93)}`],
  ['OpenAI key', `sk-${letters(48)}`],
  ['OpenAI key', `sk-proj-${letters(100)}`],
  ['Google key', `AIza${letters(35)}`],
  ['Slack token', `xoxb-${letters(40)}`],
  ['Stripe key', `sk_live_${letters(24)}`],
  ['npm token', `npm_${letters(36)}`],
  ['JSON web token', `eyJ${letters(30)}.eyJ${letters(60)}.${letters(43)}`],
] as const;

describe('a credential', () => {
  it.each(samples)('is found whole: %s %.24s', (kind, sample) => {
    const text = `token = "${sample}";\n`;
    expect(findSecrets(text)).toEqual([{ kind, start: 9, end: 9 + sample.length }]);
  });

  it.each(samples)('is redacted, with what it was: %s %.24s', (kind, sample) => {
    expect(redactSecrets(`before ${sample} after`)).toBe(`before [redacted: ${kind}] after`);
  });
});

describe('ordinary text', () => {
  it.each([
    ['an assignment', 'const password = process.env.DB_PASSWORD ?? "changeme";'],
    ['a checksum', 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='],
    ['a commit', 'a3f5c9d2e7b1a3f5c9d2e7b1a3f5c9d2e7b1a3f5'],
    ['a UUID', '123e4567-e89b-12d3-a456-426614174000'],
    ['a short name with a prefix', 'sk-learn, npm_config_cache, ghp_short, xoxb-1, AKIA'],
    ['a public key', pem('PUBLIC KEY', letters(200))],
    ['a key that is only named', 'paste it between -----BEGIN PRIVATE KEY----- and its end'],
    ['a class in capitals', 'AKIAMETHODNAMEFACTORYBUILDER and ASIA'],
    ['a half of a token', `eyJ${letters(30)}.eyJ${letters(60)}`],
  ])('is left alone: %s', (_, text) => {
    expect(findSecrets(text)).toEqual([]);
    expect(redactSecrets(text)).toBe(text);
  });
});

describe('several findings', () => {
  const aws = `AKIA${capitals(16)}`;
  const google = `AIza${letters(35)}`;

  it('come in the order of the text', () => {
    expect(findSecrets(`${google} ${aws} ${google}`).map(({ kind }) => kind)).toEqual([
      'Google key',
      'AWS access key',
      'Google key',
    ]);
    expect(redactSecrets(`a ${google} b ${aws} c`)).toBe(
      'a [redacted: Google key] b [redacted: AWS access key] c',
    );
  });

  it('within one another are redacted as the outer one', () => {
    expect(redactSecrets(`x ${pem('PRIVATE KEY', `${letters(40)}\n${aws}`)} y`)).toBe(
      'x [redacted: private key] y',
    );
  });

  it('that overlap leave nothing of either', () => {
    const overlapping = `sk-${letters(180)}-${google}`;
    expect(findSecrets(overlapping)).toHaveLength(2);
    expect(redactSecrets(`x ${overlapping} y`)).toBe('x [redacted: OpenAI key] y');
  });
});
