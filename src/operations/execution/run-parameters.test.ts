import { describe, expect, it } from 'vitest';
import { InvalidInputError } from '../operation.js';
import { mergedParameters, parametersOfPrompt } from './run-parameters.js';

describe('the parameters that a prompt asks for', () => {
  it('go by the names of any tool', () => {
    const { parameters, warnings } = parametersOfPrompt({
      Temperature: 0.5,
      'top-p': 0.9,
      top_k: 40,
      maxOutputTokens: 10,
      stop_sequences: ['END'],
      seed: 1,
      presencePenalty: -1,
      frequency_penalty: 1,
      provider_options: { effort: 'low' },
    });
    expect(warnings).toEqual([]);
    expect(parameters).toEqual({
      temperature: 0.5,
      topP: 0.9,
      topK: 40,
      maxOutputTokens: 10,
      stopSequences: ['END'],
      seed: 1,
      presencePenalty: -1,
      frequencyPenalty: 1,
      providerOptions: { effort: 'low' },
    });
  });

  it.each(['max_tokens', 'max_completion_tokens', 'num_predict'])('limit the answer as %s', (name) => {
    expect(parametersOfPrompt({ [name]: 5 }).parameters).toEqual({ maxOutputTokens: 5 });
  });

  it('are left out with a warning when they are not known or make no sense', () => {
    const { parameters, warnings } = parametersOfPrompt({
      logit_bias: { a: 1 },
      temperature: 'warm',
      top_k: 0,
    });
    expect(parameters).toEqual({});
    expect(warnings).toEqual([
      expect.stringContaining(`--option 'logit_bias={"a":1}'`),
      expect.stringContaining('temperature "warm", which makes no sense'),
      expect.stringContaining('top_k 0, which makes no sense'),
    ]);
  });
});

describe('what the caller says', () => {
  it('goes before the prompt, option by option; what is not said takes nothing away', () => {
    const ofPrompt = { temperature: 1, seed: 3, providerOptions: { a: 1, b: 1 } };
    const merged = mergedParameters(ofPrompt, { temperature: 0, seed: undefined }, [
      'b=2',
      'c=word',
      'd="1"',
    ]);
    expect(merged).toEqual({
      temperature: 0,
      seed: 3,
      providerOptions: { a: 1, b: 2, c: 'word', d: '1' },
    });
    expect(mergedParameters({}, {}, [])).toEqual({});
  });

  it.each(['word', '=1', 'a={"b":', 'a=[1'])('is no option when it is %s', (option) => {
    expect(() => mergedParameters({}, {}, [option])).toThrow(InvalidInputError);
  });
});
