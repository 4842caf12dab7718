import type { Random } from './random.js';

const verbs = [
  'Review',
  'Trace',
  'Keep',
  'Extend',
  'Document',
  'Validate',
  'Refactor',
  'Measure',
  'Cover',
  'Describe',
];

const things = [
  'the billing module',
  'every public endpoint',
  'the retry policy of the queue',
  'the settings loader',
  'the import pipeline',
  'the session table',
  'the audit trail',
  'the invoice renderer',
  'the permission checks',
  'the search index',
  'the webhook receiver',
  'the command parser',
];

const conditions = [
  'before any other change',
  'without touching the public interface',
  'and note each assumption',
  'so that a second run changes nothing',
  'as the existing code does',
  'with one test for each branch',
  'using only what is installed',
  'in the style of its neighbours',
  'and list what remains open',
  'even when the input is empty',
];

const elsewhere = [
  '既存のモジュールの命名規則に従ってください。',
  '请先阅读配置加载器，再修改任何文件。',
  'Größe und Überlauf prüfen, bevor etwas geschrieben wird.',
  'Ship it only when ✅ tests pass and 🚦 the gate is green.',
  '사용자 데이터는 삭제하지 않습니다.',
];

export const files = [
  'src/billing/invoice.ts',
  'src/queue/retry-policy.ts',
  'app/models/session.py',
  'lib/search/index.rb',
  'config/settings.yaml',
  'tests/test_import.py',
  'migrations/0042_audit.sql',
  'web/src/App.tsx',
];

export const topics = [
  'Architecture Overview',
  'Code Conventions',
  'Integration Points',
  'Testing Strategy',
  'Data Flow',
  'Risk Assessment',
  'Your Mission',
  'Implementation Constraints',
  'Expected Deliverable',
  'Verification Steps',
  'Phase 2: Implementation Planning',
  'Analysis Phase',
];

/** A clause such as a list item holds, without a full stop. */
export function clause(random: Random): string {
  const ending = random.chance(0.6) ? ` ${random.pick(conditions)}` : '';
  return `${random.pick(verbs)} ${random.pick(things)}${ending}`;
}

/** One sentence, now and then in another script. */
export function sentence(random: Random): string {
  return random.chance(0.08) ? random.pick(elsewhere) : `${clause(random)}.`;
}

/** One line of several sentences, as an unwrapped paragraph is. */
export function paragraph(random: Random): string {
  return Array.from({ length: random.int(1, 4) }, () => sentence(random)).join(' ');
}
