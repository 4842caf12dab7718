import type { ToolCall } from '../../models/spec/model-request.js';
import type { ToolUse } from './execution.js';
import type { RunnableTool } from './execution-request.js';

/** Uses the tools that a model asks for, one after the other; a failure is told to the model. */
export async function useTools(
  tools: readonly RunnableTool[],
  calls: readonly ToolCall[],
  round: number,
): Promise<readonly ToolUse[]> {
  const uses: ToolUse[] = [];
  for (const call of calls) uses.push({ round, call, ...(await outcomeOf(tools, call)) });
  return uses;
}

async function outcomeOf(
  tools: readonly RunnableTool[],
  { name, input }: ToolCall,
): Promise<Pick<ToolUse, 'text' | 'failed'>> {
  const tool = tools.find((candidate) => candidate.name === name);
  if (tool === undefined) {
    const names = tools.map((candidate) => candidate.name).join(', ');
    return { text: `There is no tool ${name}. There are: ${names || 'none'}.`, failed: true };
  }
  try {
    return { text: await tool.run(input), failed: false };
  } catch (error) {
    return { text: error instanceof Error ? error.message : String(error), failed: true };
  }
}
