import type { FileDraft } from './file-draft.js';
import type { ImplementationReport, Reading, ReportedFile } from './implementation-report.js';
import { readChecks, readCriteria } from './read-checks.js';
import { readFeatures } from './read-features.js';
import { readFiles } from './read-files.js';
import { readSteps } from './read-steps.js';
import { readTests } from './read-tests.js';
import { type ReportBodies, reportBodies } from './report-bodies.js';
import { fileSections, type ReportKey } from './report-sections.js';

/**
 * Reads what an implementation report says: the files and what became of them, the tests, how to verify
 * the work, what it confirms and the features. What it does not say is null or empty, and each line that
 * cannot be placed is among the `unread`. No string makes it throw; its time is linear.
 *
 * @example
 * const { files } = readImplementationReport('## Files created\n\n- `src/a.ts` — reads a\n');
 * files[0]; // { path: 'src/a.ts', previousPath: null, change: 'created', purpose: 'reads a', changes: [] }
 */
export function readImplementationReport(text: string): ImplementationReport {
  const bodies = reportBodies(text);
  const read = <T>(key: ReportKey, reader: (text: string) => Reading<T>) =>
    bodies.sections.filter((body) => body.key === key).map((body) => reader(body.text));
  const files = readAllFiles(bodies);
  const tests = read('tests', readTests);
  const verification = read('verification', readSteps);
  const checks = [...read('confirmation', readChecks), ...read('criteria', readCriteria)];
  const features = read('features', readFeatures);
  return {
    files: files.value,
    tests: tests.flatMap(({ value }) => value),
    verification: verification.flatMap(({ value }) => value),
    confirmations: checks.flatMap(({ value }) => value.confirmations),
    unconfirmed: checks.flatMap(({ value }) => value.unconfirmed),
    features: features.flatMap(({ value }) => value),
    unread: [files, ...tests, ...verification, ...checks, ...features].flatMap(({ unread }) => unread),
  };
}

function readAllFiles({ sections, leftOver }: ReportBodies): Reading<readonly ReportedFile[]> {
  const inSections = sections
    .filter(({ key }) => fileSections.has(key))
    .map(({ key, text }) => readFiles(text, fileSections.get(key) ?? null));
  const readings = [...inSections, readOutside(leftOver)];
  return {
    value: merged(readings.flatMap(({ value }) => value)),
    unread: readings.flatMap(({ unread }) => unread),
  };
}

/** Outside the sections, a path alone is no evidence: the report has to say that it tells of a file. */
function readOutside(text: string): Reading<readonly FileDraft[]> {
  const { value, unread } = readFiles(text, null);
  const isTold = (file: FileDraft) => file.labelled || file.change !== null;
  const untold = value.filter((file) => !isTold(file)).map(({ path }) => path);
  return { value: value.filter(isTold), unread: [...untold, ...unread] };
}

/** One entry for each path, at its first mention. */
function merged(drafts: readonly FileDraft[]): ReportedFile[] {
  const byPath = new Map<string, FileDraft>();
  for (const draft of drafts) {
    const known = byPath.get(draft.path);
    if (known === undefined) byPath.set(draft.path, draft);
    else known.merge(draft);
  }
  return [...byPath.values()].map((draft) => draft.finish());
}
