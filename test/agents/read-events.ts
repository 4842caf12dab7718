import type { CodingAgent } from '../../src/models/agents/coding-agent.js';
import type { OutputReader } from '../../src/models/agents/output/output-reader.js';

/** What an agent's reader makes of events, in the folder /repo, and what it told meanwhile. */
export function readEvents(agent: CodingAgent, events: readonly object[]) {
  const told = { text: [] as string[], activity: [] as string[] };
  const reader: OutputReader = agent.reader(
    {
      signal: new AbortController().signal,
      onText: (text) => told.text.push(text),
      onActivity: (line) => told.activity.push(line),
    },
    '/repo',
  );
  for (const event of events) reader.take(`${JSON.stringify(event)}\n`);
  reader.end();
  return { draft: reader.draft, answer: reader.draft.answer([]), told };
}
