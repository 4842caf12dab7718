/**
 * A process of the drill of writers: works on one session after the other through the built library, a write each
 * time, and prints what failed as a JSON list of sentences. The words are how many writes, and the folder of the
 * sample answers.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  completeSession,
  fromLibrary,
  issueAnalysis,
  issueImplementation,
  openApp,
  planSession,
  processAnswer,
  saveAnalysis,
  undoMove,
} from '../../dist/library/index.js';

const [, , writes = '0', examples = ''] = process.argv;
const sample = (name) => fromLibrary(readFileSync(join(examples, name)));
const app = await openApp();
let session;

/** The same ten as the drill's commands. */
const moves = [
  async () => {
    ({ session } = await planSession(app, { request: fromLibrary('A page to sign in') }));
  },
  () => processAnswer(app, { session: session.id, answer: sample('planning-answer.md') }),
  () => issueAnalysis(app, { session: session.id }),
  () => saveAnalysis(app, { session: session.id, answer: sample('analysis.md') }),
  () => processAnswer(app, { session: session.id, answer: sample('planning-answer.md') }),
  () => undoMove(app, { session: session.id }),
  () => issueImplementation(app, { session: session.id }),
  () => completeSession(app, { session: session.id, answer: sample('report.md') }),
  () => undoMove(app, { session: session.id }),
  () => completeSession(app, { session: session.id, answer: sample('report.md') }),
];

const failures = [];
for (let at = 0; at < Number(writes); at++) {
  try {
    await moves[at % moves.length]();
  } catch (error) {
    failures.push(`write ${at + 1} failed: ${error.code ?? ''} ${error.message}`);
  }
}
await app.close();
process.stdout.write(JSON.stringify(failures));
