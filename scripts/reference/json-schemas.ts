import * as z from 'zod';
import { snakeCase } from '../../src/base/text/snake-case.js';
import * as agent from '../../src/operations/agent/outputs.js';
import * as audit from '../../src/operations/audit/outputs.js';
import * as batch from '../../src/operations/batch/outputs.js';
import * as cache from '../../src/operations/cache/outputs.js';
import * as completion from '../../src/operations/completion/outputs.js';
import * as config from '../../src/operations/config/outputs.js';
import * as db from '../../src/operations/db/outputs.js';
import * as doctor from '../../src/operations/doctor/outputs.js';
import * as execution from '../../src/operations/execution/outputs.js';
import * as executionRun from '../../src/operations/execution/run-outputs.js';
import * as promptRun from '../../src/operations/execution/run-outputs.js';
import * as experimentAnalysis from '../../src/operations/experiment/analysis-outputs.js';
import * as experiment from '../../src/operations/experiment/outputs.js';
import * as model from '../../src/operations/model/outputs.js';
import * as optimization from '../../src/operations/optimize/outputs.js';
import * as templates from '../../src/operations/orchestration-template/outputs.js';
import * as project from '../../src/operations/project/outputs.js';
import * as promptDiff from '../../src/operations/prompt/diff-outputs.js';
import * as prompt from '../../src/operations/prompt/outputs.js';
import * as promptRead from '../../src/operations/prompt/read-outputs.js';
import * as promptSync from '../../src/operations/prompt/sync/outputs.js';
import * as session from '../../src/operations/session/outputs.js';
import * as sessionRun from '../../src/operations/session/run/run-outputs.js';
import * as template from '../../src/operations/template/outputs.js';
import * as transfer from '../../src/operations/transfer/outputs.js';
import * as worker from '../../src/operations/worker/outputs.js';
import * as workflow from '../../src/operations/workflow/outputs.js';
import * as workflowRun from '../../src/operations/workflow/run/run-outputs.js';

/** Which schema each command's JSON follows, by the command's path. */
const outputs: Readonly<Record<string, z.core.$ZodType>> = {
  'orchestrate plan': session.planOutput,
  'orchestrate process': z.union([session.processOutput, sessionRun.stepRunOutput]),
  'orchestrate analyze': z.union([session.issueOutput, sessionRun.stepRunOutput]),
  'orchestrate save-analysis': session.saveAnalysisOutput,
  'orchestrate implement': z.union([session.issueOutput, sessionRun.stepRunOutput]),
  'orchestrate complete': session.completeOutput,
  'orchestrate run': sessionRun.runOutput,
  'orchestrate approve': sessionRun.runOutput,
  'orchestrate reject': sessionRun.runOutput,
  'orchestrate rate': sessionRun.rateOutput,
  'orchestrate context': sessionRun.contextOutput,
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
  'project members': project.membersOutput,
  'project grant': project.memberChangeOutput,
  'project revoke': project.memberChangeOutput,
  'project delete': project.projectDeleteOutput,
  'template render': template.templateRenderOutput,
  'template check': template.templateCheckOutput,
  'template variables': template.templateVariablesOutput,
  'audit list': audit.auditListOutput,
  'audit verify': audit.auditVerifyOutput,
  'prompt create': prompt.promptWriteOutput,
  'prompt list': promptRead.promptListOutput,
  'prompt show': promptRead.promptShowOutput,
  'prompt edit': prompt.promptWriteOutput,
  'prompt update': prompt.promptWriteOutput,
  'prompt rename': prompt.promptWriteOutput,
  'prompt copy': prompt.promptWriteOutput,
  'prompt move': prompt.promptWriteOutput,
  'prompt delete': prompt.promptWriteOutput,
  'prompt undo': prompt.promptWriteOutput,
  'prompt search': promptRead.promptSearchOutput,
  'prompt versions': promptRead.promptVersionsOutput,
  'prompt diff': promptDiff.promptDiffOutput,
  'prompt rollback': prompt.promptWriteOutput,
  'prompt label': z.union([promptRead.promptLabelsOutput, prompt.promptLabelOutput]),
  'prompt protect': prompt.protectedLabelsOutput,
  'prompt render': promptRead.promptRenderOutput,
  'prompt variables': promptRead.promptVariablesOutput,
  'prompt tag': z.union([prompt.promptWriteOutput, promptRead.promptTagsOutput]),
  'prompt import': promptSync.promptImportOutput,
  'prompt export': promptSync.promptExportOutput,
  'orchestrate template list': templates.templateListOutput,
  'orchestrate template resolve': templates.templateResolveOutput,
  'orchestrate template show': promptRead.promptShowOutput,
  'orchestrate template add': prompt.promptWriteOutput,
  'orchestrate template update': prompt.promptWriteOutput,
  'orchestrate template test': templates.templateTestOutput,
  'orchestrate template diff': promptDiff.promptDiffOutput,
  'orchestrate template history': promptRead.promptVersionsOutput,
  'orchestrate template rollback': prompt.promptWriteOutput,
  'orchestrate template delete': prompt.promptWriteOutput,
  'orchestrate template export': promptSync.promptExportOutput,
  'orchestrate template import': promptSync.promptImportOutput,
  'orchestrate template link': templates.templateLinkOutput,
  'batch run': batch.batchRunOutput,
  'batch list': batch.batchListOutput,
  'batch status': batch.batchStatusOutput,
  'batch pause': batch.batchChangeOutput,
  'batch resume': batch.batchRunOutput,
  'batch retry': batch.batchRunOutput,
  'batch results': batch.batchResultsOutput,
  'batch cancel': batch.batchChangeOutput,
  'worker start': worker.workerStartOutput,
  'worker list': worker.workerListOutput,
  'worker drain': worker.workerDrainOutput,
  'worker prepare': worker.workerPrepareOutput,
  'optimize run': optimization.optimizationRunOutput,
  'optimize list': optimization.optimizationListOutput,
  'optimize show': optimization.optimizationShowOutput,
  'optimize apply': optimization.optimizationApplyOutput,
  'experiment create': experiment.experimentChangeOutput,
  'experiment run': experiment.experimentRunOutput,
  'experiment list': experiment.experimentListOutput,
  'experiment show': experiment.experimentShowOutput,
  'experiment status': experiment.experimentStandingOutput,
  'experiment start': experiment.experimentStandingOutput,
  'experiment pause': experiment.experimentStandingOutput,
  'experiment plan': experiment.experimentPlanOutput,
  'experiment record': experiment.experimentRecordOutput,
  'experiment stop': experiment.experimentStandingOutput,
  'experiment analyze': experimentAnalysis.experimentAnalysisOutput,
  'experiment report': experimentAnalysis.experimentReportOutput,
  'experiment promote': experimentAnalysis.experimentPromoteOutput,
  'experiment archive': experiment.experimentChangeOutput,
  'workflow create': workflow.workflowWriteOutput,
  'workflow list': workflow.workflowListOutput,
  'workflow show': workflow.workflowShowOutput,
  'workflow validate': workflow.workflowValidateOutput,
  'workflow graph': workflow.workflowGraphOutput,
  'workflow run': z.union([
    workflowRun.workflowRunOutput,
    workflowRun.workflowDryRunOutput,
    workflowRun.workflowStubsOutput,
  ]),
  'workflow runs': workflowRun.workflowRunListOutput,
  'workflow status': workflowRun.workflowRunOutput,
  'workflow approve': workflowRun.workflowRunOutput,
  'workflow reject': workflowRun.workflowRunOutput,
  'workflow resume': workflowRun.workflowRunOutput,
  'workflow cancel': workflowRun.workflowRunOutput,
  'workflow export': z.union([workflow.workflowExportOutput, workflowRun.workflowRunDocument]),
  'execution list': execution.executionListOutput,
  'execution show': execution.executionShowOutput,
  'execution rerun': executionRun.promptRunOutput,
  'execution compare': execution.executionCompareOutput,
  'execution stats': execution.executionStatsOutput,
  'execution search': execution.executionSearchOutput,
  'execution export': execution.executionExportOutput,
  'execution redact': execution.executionRedactOutput,
  'execution prune': execution.executionPruneOutput,
  'db current': db.dbCurrentOutput,
  'db history': db.dbHistoryOutput,
  'db upgrade': db.dbMigrateOutput,
  'db downgrade': db.dbMigrateOutput,
  'db check': db.dbCheckOutput,
  'db backup': db.dbBackupOutput,
  'db restore': db.dbImportOutput,
  'db export': db.dbExportOutput,
  'db import': db.dbImportOutput,
  'db vacuum': db.dbVacuumOutput,
  'db url': db.dbUrlOutput,
  'db grant': project.memberChangeOutput,
  'db revoke': db.dbRevokeOutput,
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
  run: z.union([promptRun.promptRunOutput, promptRun.promptRepeatOutput, promptRun.promptForecastOutput]),
  'model list': model.modelListOutput,
  'model show': model.modelShowOutput,
  'model test': promptRun.promptRunOutput,
  'model alias': z.union([model.modelAliasesOutput, model.modelAliasOutput]),
  'model prices': model.modelPricesOutput,
  'cache stats': cache.cacheStatsOutput,
  'cache clear': cache.cacheClearOutput,
  'cache prune': cache.cachePruneOutput,
  doctor: doctor.doctorOutput,
};

/** The JSON schema of each command's `--json` output, by file name. */
export function jsonSchemas(): Map<string, string> {
  return new Map(
    Object.entries(outputs).map(([command, schema]) => [
      `json/${command.replaceAll(' ', '-')}.schema.json`,
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
