import { groupThousands } from '../../base/text/group-thousands.js';
import { forTerminalLine } from '../../base/text/terminal-text.js';
import { forecastPrompt } from '../../operations/execution/run-forecast.js';
import type { PromptForecastOutput } from '../../operations/execution/run-outputs.js';
import type { CommandContext } from '../command-context.js';
import { exitCode } from '../exit-code.js';
import { noteWarnings } from '../note-warnings.js';
import { type KeyValue, renderKeyValues } from '../render/key-values.js';
import { renderPrompt } from '../render/prompt-view.js';
import { relativeTime } from '../render/time.js';
import type { OutputStream } from '../streams.js';
import { costText } from './answer-line.js';
import type { GivenQuestion } from './given-question.js';

/** Shows what would be asked and what it would cost. */
export async function forecastAnswer(context: CommandContext, question: GivenQuestion): Promise<number> {
  const deps = await context.openDatabase();
  const output = await forecastPrompt(deps, question);
  noteWarnings(context, output.warnings);
  context.print(output, (stream) => page(output, context.now, stream));
  return exitCode.done;
}

function page(output: PromptForecastOutput, now: Date, stream: OutputStream): string {
  const { messages, model, prompt, inputTokens } = output;
  const title = `${prompt ?? 'text'} · ~${groupThousands(inputTokens)} tokens`;
  return `${renderPrompt(title, messages, stream)}\n${renderKeyValues([{ label: 'model', value: forTerminalLine(model) }, ...facts(output, now)], stream)}`;
}

function facts(
  { messages, inputTokens, maxOutputTokens, price, cost, cached }: PromptForecastOutput,
  now: Date,
) {
  const files = messages.flatMap(({ attachments }) => attachments.map(({ name }) => name));
  const entries: (KeyValue | null)[] = [
    files.length === 0 ? null : { label: 'files', value: files.join(', ') },
    { label: 'goes in', value: `about ${groupThousands(inputTokens)} tokens, ${costText(cost.input)}` },
    {
      label: 'comes out',
      value:
        maxOutputTokens === null
          ? `${costText(cost.outputPer1000)} for each 1,000 tokens; no limit is set`
          : `at most ${groupThousands(maxOutputTokens)} tokens`,
    },
    cost.most === null ? null : { label: 'together', value: `at most about ${costText(cost.most)}` },
    { label: 'price', value: price === null ? 'not known' : price.source },
    cached === null
      ? null
      : {
          label: 'cache',
          value: `has the answer of ${cached.execution}, ${relativeTime(cached.at, now)}: it would be given again`,
        },
  ];
  return entries.filter((entry) => entry !== null);
}
