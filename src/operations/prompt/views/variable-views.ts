import { keysAsWritten } from '../../../base/text/snake-case.js';
import type { VariableDeclaration } from '../../../formats/index.js';
import type { PromptVariable } from '../../../prompts/bind-variables.js';
import type { PromptContent } from '../../../prompts/prompt-content.js';
import type { UsedVariable } from '../../../prompts/used-variables.js';
import type { PromptDiffOutput } from '../diff-outputs.js';
import type { VariableView } from '../outputs.js';

/** The variables of a content: the declared ones in their order, then those that are only used. */
export function promptVariablesOf(
  { variables }: PromptContent,
  used: ReadonlyMap<string, UsedVariable>,
): PromptVariable[] {
  const declared = new Set(variables.map(({ name }) => name));
  return [
    ...variables.map((declaration) => ({
      name: declaration.name,
      declaration,
      isRequired: declaration.required,
    })),
    ...Array.from(used, ([name, { isOptional }]) => ({
      name,
      declaration: null,
      isRequired: !isOptional,
    })).filter(({ name }) => !declared.has(name)),
  ];
}

export function variableView(
  { name, declaration, isRequired }: PromptVariable,
  used: ReadonlyMap<string, UsedVariable>,
): VariableView {
  return {
    name,
    type: declaration?.type ?? 'any',
    description: declaration?.description ?? null,
    required: isRequired && declaration?.default === undefined,
    ...valuesOf(declaration),
    declared: declaration !== null,
    used: used.has(name),
  };
}

type DeclarationView = NonNullable<PromptDiffOutput['variables'][number]['before']>;

/** A variable as it is declared. */
export function declarationView(declaration: VariableDeclaration): DeclarationView {
  const { name, type, description, required } = declaration;
  return { name, type, description, required, ...valuesOf(declaration) };
}

/** The default and the choices, where there are any. */
function valuesOf(declaration: VariableDeclaration | null) {
  return {
    ...(declaration?.default !== undefined && { default: keysAsWritten(declaration.default) }),
    ...(declaration?.choices !== undefined && { choices: keysAsWritten([...declaration.choices]) }),
  };
}
