import type { CallWatch } from '../../spec/open-model.js';
import { AnswerDraft } from './answer-draft.js';
import { type Fields, parseFields } from './fields.js';
import { LineSplitter } from './line-splitter.js';
import type { OutputReader } from './output-reader.js';

/** Takes one event of an agent into the draft. Events that it does not know are left alone. */
export type ReadEvent = (event: Fields, draft: AnswerDraft) => void;

/**
 * Reads the output of an agent that prints an event a line, each a JSON object. Other lines are notices of
 * the program or of what started it; they are no part of the answer.
 */
export function eventReader(read: ReadEvent, watch: CallWatch, folder: string): OutputReader {
  const draft = new AnswerDraft(watch, folder);
  const lines = new LineSplitter((line) => {
    const event = parseFields(line);
    if (event !== null) read(event, draft);
  });
  return {
    draft,
    take: (text) => lines.add(text),
    end: () => {
      lines.end();
      // Which message is the answer shows only when there is no other one after it.
      if (draft.finished && draft.problem === null) watch.onText?.(draft.answer([]).text);
    },
  };
}
