import { experimentUnits } from '../../operations/experiment/vocabulary.js';
import { defineCommand } from '../command.js';
import { planOptions } from './plan-options.js';

export const create = defineCommand({
  name: 'create',
  purpose: 'Make an experiment: which prompts to compare, by what.',
  details: [
    'A variant is a version of a prompt, with a model and parameters if they differ: a=review@3, or b=review@production,model=openai:gpt-5-mini,temperature=0. What a label means is settled now, and stays.',
    'Metrics of rows are success (all checks hold), cost, latency, and score:NAME of a check of that name; the answer goes by the first. --matters success=0.05 says which difference is large enough to matter.',
    'Checks are equals, contains and similarity with what the row expects (--expect names its column), or with a text (contains:TEXT); regex:PATTERN, json-schema:FILE, cost<=DOLLARS, latency<=MS; command:PROGRAM, which reads the answer and ends with 0 when it holds; and judge:CRITERION, a model that says which of two answers is better. A name goes before: tone=contains:please.',
    'How it is judged is settled now, so that nobody chooses it by the result: --looks once is the tightest, sequential may be looked at as often as one likes, planned at equal parts of the rows.',
    'With --unit session, new sessions take part once it is started: each gets one variant, and keeps it. A variant is then the template that takes the place of the one in force (b=team/implement@3: its kind says which), or several templates and models in a file (b=strategy:b.yaml); a name alone leaves all as it is.',
    'Metrics of sessions come by themselves: completed, exact (the first planning answer was whole), verified, rating, and tokens, cost, hours, rework per completed session; success and score:NAME are what "experiment record" is told.',
  ],
  arguments: {
    name: { required: true, description: 'What it is called: small letters, digits and . _ - /' },
  },
  options: {
    variant: {
      kind: 'list',
      placeholder: 'NAME[=WHAT]',
      description: 'What is compared; twice at least. The first is the control.',
    },
    unit: {
      kind: 'choice',
      choices: experimentUnits,
      description: 'What gets a variant: rows of data get all, a session or a user one; row unless given.',
    },
    split: {
      kind: 'text',
      placeholder: 'N/N',
      description: 'The part of sessions or users for each variant: 50/50.',
    },
    holdout: {
      kind: 'text',
      placeholder: '[NAME=]PART',
      description: 'A part that no experiment with this hold-out decides about: 5%.',
    },
    namespace: {
      kind: 'text',
      placeholder: 'NAME=FROM-TO',
      description: 'A part for this experiment alone, beside others: planning=0-0.5.',
    },
    window: {
      kind: 'number',
      placeholder: 'DAYS',
      description: 'An open session counts as given up after so long; 14 unless given.',
    },
    metric: {
      kind: 'list',
      placeholder: 'NAME',
      description: 'What is measured; the first decides. success unless given, of sessions completed.',
    },
    matters: {
      kind: 'list',
      placeholder: 'METRIC=N',
      description: 'The smallest difference of a metric that matters.',
    },
    check: {
      kind: 'list',
      placeholder: 'CHECK',
      description: 'How answers are judged: equals, contains:TEXT, regex:PATTERN, and so on.',
    },
    expect: {
      kind: 'text',
      placeholder: 'COLUMN',
      description: 'The column of the data that says what is expected.',
    },
    judge: {
      kind: 'text',
      placeholder: 'MODEL',
      description: 'The model of checks by a judge; the usual one unless given.',
    },
    agree: {
      kind: 'text',
      placeholder: 'COLUMN',
      description: 'The column in which a person says which variant is better, to hold judges against.',
    },
    control: {
      kind: 'text',
      placeholder: 'VARIANT',
      description: 'The variant that the others are compared with.',
    },
    ...planOptions,
    hypothesis: { kind: 'text', placeholder: 'TEXT', description: 'What it is to find out.' },
    global: { kind: 'flag', description: 'For all projects.' },
  },
  examples: [
    {
      command:
        'prompt-runner experiment create tone --variant a=review@3 --variant b=review@production --check equals --expect verdict',
      shows: 'Two versions, by how often they say what is expected',
    },
    {
      command:
        'prompt-runner experiment create size --variant a=review --variant b=review,model=fake --metric cost --metric latency',
      shows: 'Two models, by what they take',
    },
    {
      command:
        'prompt-runner experiment create steps --unit session --variant usual --variant thorough=strategy:thorough.yaml --holdout 5%',
      shows: 'Two ways to carry out sessions, by how many come to their end',
    },
  ],
});
