import type { Command } from 'commander';
import type { ExportFlags } from './export.ts';
import type { ImportFlags } from './import.ts';

/** Registers the commands that turn other formats into CVs, and CVs into other formats. */
export function addFormatCommands(program: Command, setExitCode: (code: number) => void): void {
  program
    .command('import')
    .argument('<file>', 'JSON Resume (.json), RenderCV or YAMLResume (.yaml), or a .bib file')
    .description('write the Markdown of a CV that was made for another tool')
    .option('-o, --output <file>', 'the Markdown file, by default content/<name>.md; `-` prints it')
    .option('--from <format>', 'jsonresume, rendercv, yamlresume or bib; found from the content by default')
    .option('--lang <tag>', "language of titles and labels; the file's own by default")
    .option('--name <name>', 'whose CV it is, where the file does not say')
    .option('--force', 'overwrite files that are there')
    .action(async (file: string, flags: ImportFlags) => {
      const { runImport } = await import('./import.ts');
      setExitCode(await runImport(file, flags));
    });

  program
    .command('export')
    .argument('[file]', 'the CV', 'content/cv.md')
    .description('write a CV as JSON Resume, as plain text for forms, or as a page of HTML')
    .requiredOption('-f, --format <name>', 'jsonresume, text or html')
    .option('-o, --output <file>', 'where it is written; printed by default')
    .option('--public', 'leave out what is marked private, and prove it')
    .action(async (file: string, flags: ExportFlags) => {
      const { runExport } = await import('./export.ts');
      setExitCode(await runExport(file, flags));
    });
}
