import type { CommandContext } from './command-context.js';

/** What a shell offers while somebody types a value that has no fixed choices. */
export type Completion =
  | 'session'
  | 'attempt'
  | 'execution'
  | 'project'
  | 'prompt'
  | 'batch'
  | 'experiment'
  | 'optimization'
  | 'workflow'
  | 'run'
  | 'setting'
  | 'file'
  | 'folder';

/** An option of a command. Its kind decides how the text after it is read; a `list` may be given several times. */
export type OptionSpec =
  | { readonly kind: 'flag'; readonly short?: string; readonly description: string }
  | {
      readonly kind: 'text' | 'count' | 'number' | 'time' | 'list';
      readonly short?: string;
      readonly placeholder: string;
      readonly description: string;
      readonly completes?: Completion;
    }
  | {
      readonly kind: 'choice';
      readonly short?: string;
      readonly choices: readonly string[];
      readonly description: string;
    };

export interface ArgumentSpec {
  readonly required: boolean;
  readonly description: string;
  /** The only words that it may be. */
  readonly choices?: readonly string[];
  readonly completes?: Completion;
  /** Whether it may be a digit with a hyphen before it, such as -1. */
  readonly negative?: true;
  /** Whether it takes all words that are left; the last argument only. */
  readonly repeats?: true;
}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;
export type ArgumentSpecs = Readonly<Record<string, ArgumentSpec>>;

type OptionValue<Spec extends OptionSpec> = Spec extends { kind: 'flag' }
  ? boolean
  : Spec extends { kind: 'count' | 'number' }
    ? number | undefined
    : Spec extends { kind: 'time' }
      ? Date | undefined
      : Spec extends { kind: 'list' }
        ? readonly string[]
        : Spec extends { kind: 'choice'; choices: readonly (infer Choice)[] }
          ? Choice | undefined
          : string | undefined;

type ArgumentValue<Spec extends ArgumentSpec> = Spec extends { repeats: true }
  ? readonly string[]
  : Spec extends { required: true }
    ? ArgumentWord<Spec>
    : ArgumentWord<Spec> | undefined;

type ArgumentWord<Spec extends ArgumentSpec> = Spec extends { choices: readonly (infer Choice)[] }
  ? Choice
  : string;

/** What a command's function is given: its arguments and options, read and typed. */
export interface CommandInput<Arguments extends ArgumentSpecs, Options extends OptionSpecs> {
  readonly arguments: { readonly [Name in keyof Arguments]: ArgumentValue<Arguments[Name]> };
  readonly options: { readonly [Name in keyof Options]: OptionValue<Options[Name]> };
}

/** What the parser made of a word. */
export type ParsedValue = string | readonly string[] | number | boolean | Date | undefined;

/** What the parser read for a spec; its types follow from the spec. */
export interface ParsedArguments {
  readonly arguments: Readonly<Record<string, ParsedValue>>;
  readonly options: Readonly<Record<string, ParsedValue>>;
}

/** A command as data: everything about it but the function that runs it. */
export interface CommandSpec<
  Arguments extends ArgumentSpecs = ArgumentSpecs,
  Options extends OptionSpecs = OptionSpecs,
> {
  readonly name: string;
  /** One line that says what it is for. */
  readonly purpose: string;
  /** What else somebody has to know, a paragraph a line. */
  readonly details?: readonly string[];
  readonly arguments: Arguments;
  readonly options: Options;
  /** What all commands of its group take besides. */
  readonly shared?: OptionSpecs;
  readonly examples: readonly [Example, ...Example[]];
}

export interface Example {
  readonly command: string;
  readonly shows: string;
}

/** Keeps the literal types of a spec, from which the types of its input follow. */
export function defineCommand<const Arguments extends ArgumentSpecs, const Options extends OptionSpecs>(
  spec: CommandSpec<Arguments, Options>,
): CommandSpec<Arguments, Options> {
  return spec;
}

/** The input that the function of a spec is given. */
export type InputOf<Spec> =
  Spec extends CommandSpec<infer Arguments, infer Options> ? CommandInput<Arguments, Options> : never;

/** The function of a command: it does the work, prints through the context, and gives the exit code. */
export type CommandFunction<Input> = (context: CommandContext, input: Input) => Promise<number>;

/** A command of any kind, as groups list it. */
export interface Command extends CommandSpec {
  /** Loads the command's function and runs it on what the parser read for this very spec. */
  execute(context: CommandContext, parsed: ParsedArguments): Promise<number>;
}

/**
 * Joins a spec with the function that runs it, which is loaded when the command is run and not before.
 *
 * @example runnable(plan, () => import('./plan.run.js'))
 */
export function runnable<Arguments extends ArgumentSpecs, Options extends OptionSpecs>(
  spec: CommandSpec<Arguments, Options>,
  load: () => Promise<{ readonly run: CommandFunction<CommandInput<Arguments, Options>> }>,
): Command {
  return {
    ...spec,
    async execute(context, parsed) {
      const { run } = await load();
      // The parser worked from this very spec, so what it read has the types that follow from the spec.
      return run(context, parsed as unknown as CommandInput<Arguments, Options>);
    },
  };
}

/** The same commands, taking options that all of a group take. */
export function sharing(shared: OptionSpecs, commands: readonly Command[]): readonly Command[] {
  return commands.map((command) => ({ ...command, shared }));
}

export interface CommandGroup {
  readonly name: string;
  readonly purpose: string;
  /** How its commands belong together, for the group's help. */
  readonly details: readonly string[];
  readonly commands: readonly Command[];
}
