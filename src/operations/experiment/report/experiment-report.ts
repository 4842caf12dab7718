import * as z from 'zod/mini';
import { guarded } from '../../access/guarded.js';
import { needs } from '../../access/needs.js';
import type { BatchView } from '../../batch/outputs.js';
import type { Deps } from '../../deps.js';
import type { ExperimentAnalysisOutput, ExperimentReportOutput } from '../analysis-outputs.js';
import { analyzeExperiment } from '../analyze-experiment.js';
import { experimentReference } from '../experiment-reference.js';
import { standingOf } from '../experiment-standing.js';
import { findExperiment } from '../find-experiment.js';
import type { ExperimentCheckView } from '../outputs.js';
import { showExperiment } from '../show-experiment.js';
import { reportDrawing } from './report-drawing.js';
import { reportPage } from './report-page.js';

/** What a report tells. */
export interface Reported {
  readonly analysis: ExperimentAnalysisOutput;
  readonly checks: readonly ExperimentCheckView[];
  /** Of the variants, in their order; none before it was run. */
  readonly batches: readonly BatchView[];
  readonly at: Date;
}

/**
 * What an experiment found out, as one file that stands alone: a page, or a picture. It is judged as was planned.
 *
 * @throws NotFoundError, AmbiguousReferenceError
 */
export const reportExperiment = guarded(
  needs.reportExperiment,
  z.object({ ...experimentReference, format: z._default(z.enum(['html', 'svg']), 'html') }),
  async (deps: Deps, { experiment: reference, format }): Promise<ExperimentReportOutput> => {
    const { id } = await findExperiment(deps, reference);
    const analysis = await analyzeExperiment(deps, { experiment: id, relative: true, bayes: true });
    const { checks } = await showExperiment(deps, { experiment: id });
    const { batches } = await standingOf(deps, { id });
    const report = { analysis, checks, batches, at: deps.clock.now() };
    const content = format === 'html' ? reportPage(report) : reportDrawing(report);
    return { experiment: analysis.experiment, format, content, next: analysis.next };
  },
);
