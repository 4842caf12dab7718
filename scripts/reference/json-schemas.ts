import * as z from 'zod';
import { snakeCase } from '../../src/base/text/snake-case.js';
import * as agent from '../../src/operations/agent/outputs.js';
import * as completion from '../../src/operations/completion/outputs.js';
import * as config from '../../src/operations/config/outputs.js';
import * as db from '../../src/operations/db/outputs.js';
import * as doctor from '../../src/operations/doctor/outputs.js';
import * as project from '../../src/operations/project/outputs.js';
import * as session from '../../src/operations/session/outputs.js';
import * as template from '../../src/operations/template/outputs.js';
import * as transfer from '../../src/operations/transfer/outputs.js';

/** Which schema each command's JSON follows, by the command's path. */
const outputs: Readonly<Record<string, z.core.$ZodType>> = {
  'orchestrate plan': session.planOutput,
  'orchestrate process': session.processOutput,
  'orchestrate analyze': session.issueOutput,
  'orchestrate save-analysis': session.saveAnalysisOutput,
  'orchestrate implement': session.issueOutput,
  'orchestrate complete': session.completeOutput,
  'orchestrate continue': session.continueOutput,
  'orchestrate status': session.statusOutput,
  'orchestrate show': z.union([session.showOutput, session.attemptOutput]),
  'orchestrate list-sessions': session.listOutput,
  'orchestrate use': session.moveOutput,
  'orchestrate retry': session.retryOutput,
  'orchestrate revise': session.reviseOutput,
  'orchestrate history': session.historyOutput,
  'orchestrate batch': session.batchOutput,
  'orchestrate board': session.listOutput,
  'orchestrate timeline': session.timelineOutput,
  'orchestrate undo': session.undoOutput,
  'orchestrate cancel': session.moveOutput,
  'orchestrate delete': session.deleteOutput,
  'orchestrate import': transfer.importOutput,
  'orchestrate export': z.union([
    transfer.exportOutput,
    transfer.sessionPagesOutput,
    transfer.sessionDocument,
  ]),
  'project create': project.projectOutput,
  'project list': project.projectListOutput,
  'project show': project.projectShowOutput,
  'project update': project.projectOutput,
  'project use': project.projectOutput,
  'project archive': project.projectOutput,
  'project delete': project.projectDeleteOutput,
  'template render': template.templateRenderOutput,
  'template check': template.templateCheckOutput,
  'template variables': template.templateVariablesOutput,
  'db current': db.dbCurrentOutput,
  'db history': db.dbHistoryOutput,
  'db upgrade': db.dbMigrateOutput,
  'db downgrade': db.dbMigrateOutput,
  'db backup': db.dbBackupOutput,
  'config list': config.configListOutput,
  'config get': config.configGetOutput,
  'config set': config.configChangeOutput,
  'config unset': config.configChangeOutput,
  'config edit': config.configEditOutput,
  'config path': config.configPathOutput,
  'agent install': agent.agentInstallOutput,
  'agent uninstall': agent.agentUninstallOutput,
  'agent list': agent.agentListOutput,
  'completion bash': completion.completionOutput,
  'completion zsh': completion.completionOutput,
  'completion fish': completion.completionOutput,
  'completion powershell': completion.completionOutput,
  doctor: doctor.doctorOutput,
};

/** The JSON schema of each command's `--json` output, by file name. */
export function jsonSchemas(): Map<string, string> {
  return new Map(
    Object.entries(outputs).map(([command, schema]) => [
      `json/${command.replace(' ', '-')}.schema.json`,
      `${JSON.stringify(jsonSchema(command, schema), null, 2)}\n`,
    ]),
  );
}

export const documentedCommands: readonly string[] = Object.keys(outputs);

export function jsonSchema(command: string, schema: z.core.$ZodType): unknown {
  const generated = z.toJSONSchema(schema, {
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema: target }) => {
      if (zodSchema._zod.def.type === 'date') Object.assign(target, { type: 'string', format: 'date-time' });
      if (target.properties !== undefined) target.properties = renamed(target.properties);
      if (target.required !== undefined) target.required = target.required.map(snakeCase);
    },
  });
  return { title: `prompt-runner ${command} --json`, ...generated };
}

function renamed<Value>(properties: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [snakeCase(name), value]));
}
