import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { everyCommand } from '../scripts/reference/every-command.js';
import { documentedCommands, jsonSchemas } from '../scripts/reference/json-schemas.js';
import { sha256 } from '../src/base/checksum.js';
import { example, exampleText, Workbench } from './cli/harness.js';

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => bench.dispose());

/** The published schema of a command, read back as anybody else would read it. */
const published = new Map(
  Array.from(jsonSchemas(), ([file, text]) => [
    file.replace(/^json\/|\.schema\.json$/g, ''),
    JSON.parse(text),
  ]),
);

const readers = new Map(Array.from(published, ([command, schema]) => [command, z.fromJSONSchema(schema)]));

function accepts(command: string, document: unknown): boolean {
  return readers.get(command.replaceAll(' ', '-'))?.safeParse(document).success ?? false;
}

async function documentOf(line: string, stdin?: string): Promise<Record<string, unknown>> {
  const words = [...line.split(' '), '--json'];
  const { out } = await bench.run(words, stdin === undefined ? {} : { stdin });
  return JSON.parse(out);
}

/** A model that answers with one of the sample texts. */
const fake = (answer: string) => `fake:${join(import.meta.dirname, `fixtures/fake-${answer}.yaml`)}`;

/** A workflow that waits with what the model says. */
const FLOW = `name: flow
inputs: {topic: {type: string, default: tea, description: What about}}
steps:
  - {name: draft, ask: 'Write about {{ inputs.topic }}.'}
  - {name: check, gate: '{{ steps.draft.output }}', on_reject: {redo: draft}}
  - {name: never, ask: Hm, when: false}
outputs: {aB: '{{ {"cD": steps.check.output} }}'}
`;
const CONTENT = sha256('Write about tea.').slice(0, 12);

/** A file knows no logins; test/cli/access.test.ts runs these. */
const ofServersOnly = ['worker start', 'worker prepare', 'db grant', 'db revoke'];

/** Every command once, in an order in which each finds what it needs. */
const story: readonly (readonly [line: string, stdin?: string])[] = [
  ['project create shop'],
  ['project list'],
  ['project use shop'],
  ['project update shop --description Tea'],
  [`orchestrate run Add-a-page --model ${fake('planning')} --until planning`],
  ['orchestrate reject --comment Shorter'],
  ['orchestrate run --resume'],
  ['orchestrate approve'],
  ['orchestrate rate 4 --note Good'],
  ['orchestrate context'],
  ['orchestrate plan Add-another-page'],
  [`orchestrate process --model ${fake('planning')}`],
  [`orchestrate analyze --model ${fake('analysis')}`],
  [`orchestrate implement --model ${fake('report')}`],
  [`orchestrate plan --file ${example('request.md')} --type feature`],
  ['orchestrate process', exampleText('planning-answer.md').replace(/### 2\.[\s\S]*/, '')],
  ['orchestrate status'],
  [`orchestrate continue --file ${example('planning-answer.md')}`],
  ['orchestrate analyze'],
  [`orchestrate save-analysis --file ${example('analysis.md')}`],
  ['orchestrate implement'],
  ['orchestrate show'],
  [`orchestrate complete --file ${example('report.md')}`],
  ['orchestrate show'],
  ['orchestrate list-sessions'],
  ['orchestrate revise', 'Add password reset by mail and by phone'],
  ['orchestrate history'],
  ['orchestrate timeline'],
  ['orchestrate board'],
  ['orchestrate batch', 'One\nTwo\n'],
  ['orchestrate export --workspace planning'],
  ['orchestrate import --workspace planning'],
  ['orchestrate export --out reset'],
  ['orchestrate export --format json'],
  ['orchestrate undo'],
  ['orchestrate retry --step analyze'],
  ['orchestrate cancel'],
  ['project show shop'],
  ['db current'],
  ['db history'],
  ['db backup copy.db'],
  ['db check'],
  ['db url'],
  ['db export store.tar.gz'],
  ['db import store.tar.gz --replace --yes'],
  ['db restore copy.db --yes'],
  ['db vacuum'],
  ['db upgrade'],
  ['project grant ann --role editor --project shop'],
  ['project members --project shop'],
  ['project revoke ann --project shop'],
  ['project archive shop'],
  ['project delete shop --yes'],
  ['template render - --var name=Ada', 'Dear {{ name }}, {{ more }}'],
  ['template check -', '{{ name|uper }}'],
  ['template variables -', '{{ name }}{% include "nowhere" %}'],
  ['config set actor ada'],
  ['config get actor'],
  ['config list'],
  ['config unset actor'],
  ['config edit'],
  ['config path'],
  ['prompt create role', 'You review.'],
  ['prompt create review --tag daily', 'Review {{ diff }}. {% include "role" %}'],
  ['prompt update review', 'Review this: {{ diff }}. {% include "role" %}'],
  ['prompt edit review'],
  ['prompt show review'],
  ['prompt list'],
  ['prompt versions review'],
  ['prompt diff review'],
  ['prompt rollback review 1'],
  ['prompt label review staging'],
  ['prompt label review'],
  ['prompt render review --var diff=x'],
  ['prompt variables review'],
  ['prompt tag review --add code'],
  ['prompt tag'],
  ['prompt protect staging'],
  ['prompt search review'],
  ['prompt copy review review/strict'],
  ['prompt rename review/strict review/stern'],
  ['prompt move review/stern --global'],
  ['prompt delete review/stern --yes'],
  ['prompt undo review/stern'],
  ['prompt export prompts'],
  ['prompt import prompts'],
  ['orchestrate template add analysis', 'Read. {{ feature_request }} {{ analysis_template }}'],
  ['orchestrate template update analysis --alternative'],
  ['orchestrate template list'],
  ['orchestrate template resolve --type api'],
  ['orchestrate template show analysis'],
  ['orchestrate template test builtin/orchestrator'],
  ['orchestrate template diff builtin/analysis analysis'],
  ['orchestrate template history analysis'],
  ['orchestrate template rollback analysis 1'],
  ['orchestrate template export templates'],
  ['orchestrate template import templates'],
  ['orchestrate template link'],
  ['orchestrate template delete analysis --yes'],
  ['run - --model fake', 'Say hello.'],
  ['run - --model fake --repeat 2', 'Say hello.'],
  ['run - --model fake --dry-run', 'Say hello.'],
  ['execution rerun latest'],
  ['prompt create triage', 'How urgent is {{ ticket }}?'],
  ['batch run triage --data - --format jsonl --model fake', '{"ticket":"this"}'],
  ['batch retry latest'],
  ['batch results latest --output answers.csv'],
  [`batch run triage --data - --format jsonl --model ${fake('refusal')}`, '{"ticket":"this"}'],
  ['batch pause latest'],
  ['batch status latest'],
  ['batch list'],
  ['batch resume latest'],
  ['batch cancel latest --yes'],
  ['worker list'],
  ['worker drain --all'],
  ['experiment create urgency --variant a=triage --variant b=triage,temperature=0 --metric cost'],
  ['experiment run urgency --data - --format jsonl --model fake', '{"ticket":"this"}'],
  ['experiment list'],
  ['experiment show urgency'],
  ['experiment status urgency'],
  ['experiment analyze urgency'],
  ['experiment report urgency'],
  ['experiment stop urgency --yes'],
  ['experiment promote urgency --variant b --label best'],
  ['experiment archive urgency'],
  ['experiment create steps --unit user --variant usual --variant cold,temperature=0 --metric success'],
  ['experiment plan steps --matters 0.1'],
  ['experiment start steps'],
  ['orchestrate plan Anything'],
  ['experiment record steps --unit tester --metric success --value 1'],
  ['experiment pause steps'],
  [`prompt create sorting --file ${example('optimize/triage.md')}`],
  [
    `optimize run sorting --data ${example('optimize/tickets.jsonl')} --check equals --expect urgency --model fake:${example('optimize/answers.yaml')} --no-baseline`,
  ],
  ['optimize list'],
  ['optimize show latest'],
  ['optimize apply latest'],
  ['workflow create -', FLOW],
  ['workflow validate flow'],
  ['workflow list'],
  ['workflow show flow'],
  ['workflow graph flow'],
  ['workflow run flow --stubs-init stubs.yaml'],
  ['workflow run flow --dry-run --stubs stubs.yaml'],
  ['workflow run flow --model fake'],
  [`workflow reject --content ${CONTENT}`],
  ['workflow resume'],
  ['workflow status'],
  [`workflow approve --content ${CONTENT} --comment Good`],
  ['workflow resume latest'],
  ['workflow runs'],
  ['workflow export latest'],
  ['workflow export flow'],
  ['workflow run flow --model fake --input topic=milk'],
  ['workflow cancel latest'],
  ['model list --provider anthropic'],
  ['model show openai:gpt-5-mini'],
  ['model test fake'],
  ['model alias quick fake'],
  ['model alias'],
  ['model prices haiku'],
  ['cache stats'],
  ['cache prune --older-than 30d'],
  ['cache clear --yes'],
  ['execution list'],
  ['execution show latest'],
  ['execution compare latest latest'],
  ['execution stats --by session'],
  ['execution search reset'],
  ['execution export executions.jsonl'],
  ['execution redact latest --dry-run'],
  ['execution prune --older-than 2w --dry-run'],
  ['audit list'],
  ['audit verify'],
  ['agent install claude'],
  ['agent list'],
  ['agent uninstall claude'],
  ['completion bash'],
  ['completion zsh'],
  ['completion fish'],
  ['completion powershell'],
  ['doctor'],
];

describe('a document that a command prints', () => {
  it('fits the schema that is published for it, with every key and no other', async () => {
    const printed = new Map<string, Record<string, unknown>>();
    for (const [line, stdin] of story) printed.set(line, await documentOf(line, stdin));
    const id = (await bench.run(['orchestrate', 'status', '--json'])).json<{ session: { id: string } }>()
      .session.id;
    await documentOf(`orchestrate undo ${id}`);
    for (const line of [`orchestrate use ${id}`, `orchestrate delete ${id} --yes`, 'db downgrade --force']) {
      printed.set(line, await documentOf(line));
    }
    const commands = Array.from(printed.keys(), commandOf);
    expect(documentedCommands.filter((command) => !commands.includes(command))).toEqual(ofServersOnly);
    for (const [line, document] of printed) {
      const command = commandOf(line);
      expect(accepts(command, document), `${line}: ${JSON.stringify(document).slice(0, 500)}`).toBe(true);
      expectNoKeyToSpare(command, document);
    }
  });

  it('for an error has the one shape of errors', async () => {
    const shape = z.strictObject({
      error: z.strictObject({
        code: z.string(),
        message: z.string(),
        hint: z.string().nullable(),
        next: z.string().nullable(),
      }),
    });
    for (const line of [
      'orchestrate show nothing',
      'orchestrate implement',
      'db upgrade 99',
      'project show x',
    ]) {
      expect(shape.safeParse(await documentOf(line)).error, line).toBeUndefined();
    }
  });

  /** The longest command that a line begins with: groups may be within groups. */
  const commandOf = (line: string) =>
    documentedCommands
      .filter((command) => line === command || line.startsWith(`${command} `))
      .reduce((longest, command) => (command.length > longest.length ? command : longest), '');

  /** Every key is required, and none may be added. */
  function expectNoKeyToSpare(command: string, document: Record<string, unknown>): void {
    expect(accepts(command, { ...document, surplus: 1 })).toBe(false);
    for (const key of Object.keys(document)) {
      const { [key]: _, ...rest } = document;
      expect(accepts(command, rest), `${command} without ${key}`).toBe(false);
    }
  }
});

describe('the published schemas', () => {
  it('are there for every command', async () => {
    const commands = await everyCommand();
    expect([...documentedCommands].toSorted()).toEqual(commands.map(({ path }) => path).toSorted());
  });

  it('have snake_case keys only', () => {
    const keys = Array.from(published.values()).flatMap(keysOf);
    expect(keys.length).toBeGreaterThan(500);
    expect(keys.filter((key) => !/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/.test(key))).toEqual([]);
  });

  function keysOf(schema: unknown): string[] {
    if (typeof schema !== 'object' || schema === null) return [];
    const own = 'properties' in schema ? Object.keys(Object(schema.properties)) : [];
    return [...own, ...Object.values(schema).flatMap(keysOf)];
  }
});
