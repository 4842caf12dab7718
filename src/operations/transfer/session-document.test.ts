import { afterEach, beforeEach, expect, it } from 'vitest';
import { anAnswer, anEvent, aPrompt, aSession, creationOf } from '../../../test/fixtures/sessions.js';
import { type App, openApp } from '../../app.js';
import { exportDocument } from './session-document.js';

let app: App;
beforeEach(async () => {
  app = await openApp({ db: ':memory:', env: { HOME: '/nowhere' } });
});
afterEach(() => app.close());

const KEY = `AKIA${'IOSFODNN7EXAMPLE'}`;

it('has all events and all texts of a session, however many there are, without credentials', async () => {
  const { journal } = app.store;
  let session = aSession();
  await journal.create(creationOf(session));
  for (let number = 1; number <= 60; number++) {
    await journal.receive(anAnswer(session.id, `Answer ${number} with ${KEY}`));
    session = await journal.commit({ session, event: anEvent(session), issued: aPrompt(session.id) });
  }
  const { events, attempts, requests } = await exportDocument(app, { session: session.id });
  expect(events.map(({ number }) => number)).toEqual(Array.from({ length: 61 }, (_, at) => at + 1));
  expect(requests).toMatchObject([{ text: session.featureRequest, current: true, difference: null }]);
  const answers = attempts.filter(({ outcome }) => outcome === 'received').map(({ text }) => text);
  expect(answers).toEqual(
    Array.from({ length: 60 }, (_, at) => `Answer ${at + 1} with [redacted: AWS access key]`),
  );
  expect(attempts.filter(({ outcome }) => outcome === 'issued').map(({ text }) => text)).toEqual(
    Array.from({ length: 61 }, () => 'Plan it.\n'),
  );
});
