import { lettersOf } from '../outline/label.js';

/** The names under which notes give each field, as letters only. */
const namesByField = {
  feature: ['feature', 'featurename', 'featuretitle', 'featurerequest', 'featuresummary'],
  complexity: [
    'complexity',
    'complexitylevel',
    'complexityrating',
    'complexityassessment',
    'complexityestimate',
    'estimatedcomplexity',
    'overallcomplexity',
    'featurecomplexity',
  ],
  timeEstimate: [
    'timeestimate',
    'timeestimates',
    'estimatedtime',
    'timeestimation',
    'estimate',
    'estimatedeffort',
    'effortestimate',
    'effort',
    'estimatedduration',
    'estimatedhours',
    'totalestimatedtime',
    'totaltime',
    'timerequired',
    'timeline',
    'time',
    'duration',
    'totalhours',
  ],
  risks: [
    'risks',
    'keyrisks',
    'risk',
    'risksandmitigations',
    'risksandmitigation',
    'keyrisksandmitigations',
    'keyrisksandmitigation',
    'keyrisksmitigations',
    'risksmitigations',
    'riskassessment',
    'potentialrisks',
    'mainrisks',
    'majorrisks',
    'identifiedrisks',
    'technicalrisks',
    'topriskstowatch',
  ],
  keyFiles: [
    'keyfiles',
    'keyfilestofocuson',
    'keyfilestoexamine',
    'keyfilestoreview',
    'keyfilestomodify',
    'keyfilestowatch',
    'filestofocuson',
    'importantfiles',
    'criticalfiles',
    'mainfiles',
    'relevantfiles',
    'keyfilesanddirectories',
  ],
  similarFeatures: [
    'similarfeatures',
    'similarexistingfeatures',
    'existingsimilarfeatures',
    'similarfeaturestoreference',
    'relatedfeatures',
    'relatedexistingfeatures',
    'similarpatterns',
    'referencefeatures',
  ],
  integrationPoints: [
    'integrationpoints',
    'keyintegrationpoints',
    'integration',
    'integrations',
    'pointsofintegration',
  ],
  testing: [
    'testing',
    'testingstrategy',
    'teststrategy',
    'testingapproach',
    'testplan',
    'testingplan',
    'testingconsiderations',
    'testingrequirements',
  ],
  performance: ['performance', 'performanceconsiderations', 'performanceconcerns', 'performancenotes'],
  security: ['security', 'securityconsiderations', 'securityconcerns', 'securitynotes'],
  rollback: ['rollback', 'rollbackplan', 'rollbackstrategy', 'rollbackprocedure', 'rollbackconsiderations'],
  implementationOrder: [
    'implementationorder',
    'orderofimplementation',
    'recommendedimplementationorder',
    'recommendedorder',
    'suggestedimplementationorder',
    'implementationsequence',
    'executionorder',
  ],
  successCriteria: [
    'successcriteria',
    'criteriaforsuccess',
    'acceptancecriteria',
    'definitionofdone',
    'successmetrics',
  ],
} as const satisfies Record<string, readonly string[]>;

export type FieldName = keyof typeof namesByField;

const fieldOfName = new Map(
  fieldNames().flatMap((field) => namesByField[field].map((name): [string, FieldName] => [name, field])),
);

function fieldNames(): FieldName[] {
  const isField = (name: string): name is FieldName => Object.hasOwn(namesByField, name);
  return Object.keys(namesByField).filter(isField);
}

const longestTitle = 80;

const scalars: ReadonlySet<FieldName | null> = new Set(['feature', 'complexity', 'timeEstimate']);

/**
 * The field that a title stands for, whatever its case, markup and spelling of spaces; what it says in
 * parentheses does not count. Null for a title that is none of them.
 */
export function fieldOf(title: string): FieldName | null {
  if (title.length > longestTitle) return null;
  return fieldOfName.get(lettersOf(title)) ?? fieldOfName.get(lettersOf(withoutParentheses(title))) ?? null;
}

/** Whether the field holds one value, not a list. */
export function isScalar(field: FieldName | null): boolean {
  return scalars.has(field);
}

function withoutParentheses(title: string): string {
  const open = title.indexOf('(');
  return open === -1 ? title : title.slice(0, open);
}
