/** PDFBox's validator of PDF/A-1b, from Debian's `libpdfbox2-java`: an opinion that is not ours. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { lacking, skipFor } from './mdcv.ts';

const jars = [
  'preflight',
  'xmpbox',
  'pdfbox2',
  'fontbox2',
  'commons-logging',
  'commons-io',
  'jaxb-api',
  'javax.activation',
];
const classPath = jars.map((name) => `/usr/share/java/${name}.jar`);

/** Why it cannot run here, or nothing. */
export function lackingPreflight(): string | undefined {
  const missing = classPath.filter((jar) => !existsSync(jar));
  if (missing.length > 0) return skipFor(`needs ${missing.map((jar) => basename(jar)).join(', ')}`);
  return lacking(['java', 'qpdf']);
}

/**
 * What of PDF/A-1b holds for PDF/A-2u as well. Part 1 forbids by its own number what the other part allows: object streams, transparency, part 2
 * itself. So each file is validated as a copy whose object streams are unpacked and whose XMP says part 1, conformance B.
 * @returns the validator's complaints by file name; an empty list where it finds the file valid
 */
export function validate(pdfs: readonly string[], folder: string): Map<string, string[]> {
  const copies = join(folder, 'preflight');
  mkdirSync(copies);
  for (const pdf of pdfs) {
    const plain = join(folder, 'plain.pdf');
    execFileSync('qpdf', [
      ...['--object-streams=disable', '--stream-data=preserve', '--newline-before-endstream'],
      pdf,
      plain,
    ]);
    writeFileSync(join(copies, basename(pdf)), asPart1(readFileSync(plain, 'latin1')), 'latin1');
    rmSync(plain);
  }
  const { stdout, stderr } = spawnSync(
    'java',
    [
      ...[`-Dpdfbox.fontcache=${folder}`, '-cp', classPath.join(':')],
      ...['org.apache.pdfbox.preflight.Validator_A1b', 'batch', copies],
    ],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  rmSync(copies, { recursive: true });
  const verdicts = new Map<string, string[]>();
  for (const verdict of stdout.split(/(?=^The file )/m)) {
    const [head = '', ...complaints] = verdict.trim().split('\n');
    const name = /^The file (.+) is (?:not )?a valid PDF\/A-1b file/.exec(head)?.[1];
    if (name) verdicts.set(name, head.includes(' is not ') ? complaints : []);
  }
  if (verdicts.size !== pdfs.length)
    throw new Error(`Preflight judged ${verdicts.size} files: ${stdout}${stderr}`);
  return verdicts;
}

/** Of the same length, so that every offset stays. */
function asPart1(pdf: string): string {
  return pdf
    .replace('<pdfaid:part>2</pdfaid:part>', '<pdfaid:part>1</pdfaid:part>')
    .replace('<pdfaid:conformance>U</', '<pdfaid:conformance>B</');
}
