import picocolors from 'picocolors';
import { defaultFile } from '../options.ts';
import { projectTemplates } from '../template/find-template.ts';
import { listTemplates } from '../template/load-template.ts';
import { type Diagnosis, diagnose } from '../toolchain/diagnose.ts';
import { diagnoseLanguages, type LanguageLack } from '../toolchain/diagnose-languages.ts';
import { withJsonError } from './json-error.ts';
import { printLine } from './print.ts';

/** `mdcv doctor`: what was found, what each template lacks, and the command that mends it. Ends with 2 when nothing can be set. */
export async function runDoctor(flags: { json?: boolean }): Promise<number> {
  return withJsonError(flags, {}, () => tellDiagnosis(flags));
}

async function tellDiagnosis(flags: { json?: boolean }): Promise<number> {
  const templates = await listTemplates(projectTemplates(defaultFile));
  const diagnosis = await diagnose(templates.map(({ name, manifest }) => ({ name, ...manifest })));
  // A TeX that cannot be asked was told of.
  const languages = diagnosis.local && !diagnosis.local.problem ? await diagnoseLanguages() : [];
  if (flags.json) console.log(JSON.stringify({ ...diagnosis, languages }, null, 2));
  else for (const line of [...toLines(diagnosis), ...languageLines(languages)]) printLine(line);
  const canSet = diagnosis.templates.some(({ settable }) => settable.length > 0);
  return canSet || diagnosis.fetching.possible ? 0 : 2;
}

const good = picocolors.green('✓');
const bad = picocolors.red('✗');
const neutral = picocolors.dim('–');

function toLines({ node, local, managed, fetching, docker, templates, mend }: Diagnosis): string[] {
  const size = `${Math.round(managed.bytes / 1024 / 1024)} MB in ${managed.folder}`;
  const managedLine = {
    none: `${neutral} managed TeX: none yet`,
    ready: `${good} managed TeX: ${managed.description} (${managed.components.join(', ')}), ${size}`,
    damaged: `${bad} managed TeX: damaged, ${size}${managed.problem ? `: ${managed.problem}` : ''}`,
  }[managed.state];
  return [
    `${node.supported ? good : bad} Node.js ${node.version}${node.supported ? '' : ', expected 20.19 or later'}`,
    local
      ? `${local.problem ? bad : good} local TeX: ${local.description} (${local.engines.join(', ')})${local.problem ? `: ${local.problem}` : ''}`
      : `${neutral} local TeX: none on the PATH`,
    managedLine,
    fetching.possible
      ? `${good} a managed TeX can be fetched here`
      : `${neutral} no managed TeX here: ${fetching.reason}`,
    ...containerLines(docker),
    '',
    'Templates',
    ...templates.flatMap(({ name, settable, missing, fallbacks }) => [
      settable.length > 0
        ? `${good} ${name}: ${settable.join(', ')}`
        : `${bad} ${name}: needs ${missing.join(', ')}`,
      ...fallbacks.map((wanted) => `    without ${wanted.file} (${wanted.package}): ${wanted.otherwise}`),
    ]),
    ...(mend.length > 0 ? ['', 'To mend it', ...mend.map((command) => `  ${command}`)] : []),
  ];
}

function languageLines(lacks: readonly LanguageLack[]): string[] {
  if (lacks.length === 0) return [];
  const packages = [...new Set(lacks.map((lack) => lack.package))].join(' ');
  return [
    '',
    'Languages',
    ...lacks.map((lack) =>
      lack.lacks === 'fonts'
        ? `${bad} ${lack.language}: no font (${lack.package})`
        : `${neutral} ${lack.language}: long words in narrow columns are not divided (${lack.package})`,
    ),
    `  sudo apt-get install ${packages}`,
  ];
}

function containerLines({ state, description, engines, problem }: Diagnosis['docker']): string[] {
  if (state === 'ready') return [`${good} container: ${description} (${engines.join(', ')})`];
  if (!problem) return [`${neutral} container: neither docker nor podman on the PATH`];
  return [`${neutral} container: ${problem.message}`, ...(problem.hint ? [`    ${problem.hint}`] : [])];
}
