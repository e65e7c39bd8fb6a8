import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import { packageRoot } from '../package-root.ts';
import type { BibFlags } from './bib.ts';
import type { BuildFlags } from './build.ts';
import { addBuildOptions } from './build-options.ts';
import type { CheckFlags } from './check.ts';
import { refuseContradictions } from './contradictions.ts';
import type { DiffFlags } from './diff.ts';
import { endOnUncaught } from './end-on-uncaught.ts';
import { exitCodeOfError } from './exit-code.ts';
import { followOutput } from './follow-output.ts';
import { addFormatCommands } from './format-commands.ts';
import { withJsonError } from './json-error.ts';
import type { MergeFlags } from './merge-reports.ts';
import type { NewFlags } from './new.ts';
import { append, toCount, toPort } from './option-values.ts';
import { printError } from './print.ts';
import type { ImageFlags } from './toolchain.ts';
import { printJson, toUsageError } from './usage-error.ts';
import type { WatchFlags } from './watch.ts';

// Each command is imported when it is asked for: a build must not pay for what it does not use.

function createProgram(setExitCode: (code: number) => void): Command {
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));
  const program = new Command('mdcv')
    .description('Markdown in, camera-ready CV out: typeset by real LaTeX in a moderncv-style template')
    .version(version)
    .exitOverride()
    .showHelpAfterError('(`mdcv --help` lists the commands)')
    .hook('preAction', (_, command) =>
      withJsonError(command.opts(), {}, () => refuseContradictions(command)),
    );

  addBuildOptions(
    program
      .command('build')
      .argument('[files...]', 'the CV or letter, or many: files, folders, patterns in quotes', [
        'content/cv.md',
      ])
      .description('build the PDF of a CV, or of many'),
  )
    .option('--lock', 'record in mdcv.lock what the PDF was made with')
    .option('--tex-only', 'stop when the .tex is written')
    .option('--check', 'check the PDF, as `mdcv check` does')
    .option('--strict', 'warnings fail, too')
    .option('--json', 'print one JSON object for each PDF instead of text')
    .option(
      '--fast',
      'start from what an earlier build or watch has kept of the template; for many CVs the default',
    )
    .option('--no-fast', 'many CVs: set each as if it were the only one')
    .option(
      '-j, --jobs <number>',
      'many CVs: how many are built at a time, by default one for each core',
      toCount,
    )
    .option('--shard <part>', 'many CVs: build only a part of them, such as 1/4')
    .option('--junit <file>', 'many CVs: write a report in JUnit XML')
    .option('--force', 'many CVs: build those that have not changed, too')
    .action(async (files: string[], flags: BuildFlags) => {
      const { runBuild } = await import('./build.ts');
      setExitCode(await runBuild(files, flags));
    });

  addBuildOptions(
    program
      .command('watch')
      .argument('[file]', 'the CV', 'content/cv.md')
      .description('build on every save, and show the pages in a browser'),
  )
    .option('--port <number>', 'port of the preview, a free one by default', toPort)
    .option('--no-open', 'open no browser')
    .option('--no-preview', 'only build')
    .addOption(
      new Option('--editor <name>', 'editor that lines are opened in, or its address with {file} and {line}')
        .default('vscode')
        .env('MDCV_EDITOR'),
    )
    .action(async (file: string | undefined, flags: WatchFlags) => {
      const { runWatch } = await import('./watch.ts');
      setExitCode(await runWatch(file, flags));
    });

  program
    .command('check')
    .argument('[file]', 'a PDF, or the CV that it was built from', 'content/cv.md')
    .description(
      'hold the PDF that a build made against its Markdown and against what a finished PDF has to be',
    )
    .option('-t, --template <name>', 'the template that it was built in')
    .option('-o, --output <path>', 'where it was built to, a .pdf file or a folder', 'out')
    .option('--engine <name>', 'the engine that it was built with')
    .option('--variant <name>', 'the variant that it was built in, several with commas, or `all`')
    .option('--lang <tag>', 'the language that it was built in, by default each')
    .option('--ats', 'say what a résumé parser reads in it')
    .option('--locked', 'say what has changed since `mdcv build --lock`')
    .option('--strict', 'warnings fail, too')
    .option('--json', 'print JSON')
    .action(async (file: string, flags: CheckFlags) => {
      const { runCheck } = await import('./check.ts');
      setExitCode(await runCheck(file, flags));
    });

  program
    .command('merge-reports')
    .argument('<files...>', 'what `mdcv build --shard 1/4 --json` and the like have printed')
    .description('join the reports of shards, and say which is missing')
    .option('--junit <file>', 'write the whole report in JUnit XML')
    .option('--json', 'print the lines of all')
    .action(async (files: string[], flags: MergeFlags) => {
      const { runMergeReports } = await import('./merge-reports.ts');
      setExitCode(await runMergeReports(files, flags));
    });

  program
    .command('templates')
    .description('list the templates, and what the TeX at hand can set')
    .option('--json', 'print JSON')
    .action(async (flags: { json?: boolean }) => {
      const { runTemplates } = await import('./templates.ts');
      setExitCode(await runTemplates(flags));
    });

  program
    .command('doctor')
    .description('say which TeX was found, what each template lacks and how to mend it')
    .option('--json', 'print JSON')
    .action(async (flags: { json?: boolean }) => {
      const { runDoctor } = await import('./doctor.ts');
      setExitCode(await runDoctor(flags));
    });

  const toolchain = program.command('toolchain').description('prepare a TeX');
  toolchain
    .command('build-image')
    .description('build the image in which `--toolchain docker` runs TeX, with docker or podman')
    .option('--release <name>', 'release of Debian: bookworm (TeX Live 2022) or trixie (2024)', 'bookworm')
    .option('--base <image>', 'base image in place of debian:<release>-slim, such as one with its digest')
    .option('--tag <name>', "name of the image in place of mdcv's own; MDCV_IMAGE uses it")
    .option('--network <name>', 'network of the build, such as `host`')
    .action(async (flags: ImageFlags) => {
      const { runBuildImage } = await import('./toolchain.ts');
      setExitCode(await runBuildImage(flags));
    });

  program
    .command('new')
    .argument('[file]', 'the file to write, by default content/cv.md or content/letter.md')
    .description('write a starter CV, or a letter to go with one')
    .option('-t, --template <name>', 'the template that it names')
    .option('--letter', 'write a cover letter')
    .action(async (file: string | undefined, flags: NewFlags) => {
      const { runNew } = await import('./new.ts');
      setExitCode(await runNew(file, flags));
    });

  program
    .command('new-template')
    .argument('<name>', 'name of the new folder in templates/')
    .description('copy a template to change it')
    .option('--from <name>', 'the template to start from', 'classic')
    .action(async (name: string, flags: { from: string }) => {
      const { runNewTemplate } = await import('./new-template.ts');
      setExitCode(await runNewTemplate(name, flags));
    });

  program
    .command('bib')
    .argument('<files...>', '.bib files')
    .description('print the publications of .bib files as Markdown')
    .option('--owner <name>', 'whose name is set off in bold')
    .option('--alias <name>', 'another name of the owner; may be given several times', append)
    .option('--lang <tag>', 'language of the words between', 'en')
    .option('--type <types>', 'only these, such as `journal,conference`')
    .option('--year <years>', 'only these, such as `2020-2024`')
    .option('--keyword <words>', 'only these')
    .option('--sort <keys>', 'such as `year` or `author,title`')
    .option('--group <by>', '`year`, `type`, `keyword` or `venue`')
    .option('--number <how>', '`forward`, `reverse` or `prefix`')
    .action(async (files: string[], flags: BibFlags) => {
      const { runBib } = await import('./bib.ts');
      setExitCode(await runBib(files, flags));
    });

  addFormatCommands(program, setExitCode);

  program
    .command('diff')
    .argument('<names...>', 'two PDFs, or one or two git revisions and the CV')
    .description('show what changed in words and, as pictures, where on the pages')
    .option('-o, --output <folder>', 'where the pictures go', 'out/diff')
    .option('-t, --template <name>', 'template for both revisions')
    .option('--variant <name>', 'variant of both revisions')
    .option('--lang <tag>', 'language of both revisions')
    .option('--engine <name>', 'pdflatex, xelatex or lualatex')
    .option('--toolchain <kind>', 'auto, local, managed or docker')
    .option('--timeout <seconds>', 'time limit of one pass of TeX', Number)
    .option('--json', 'print JSON')
    .action(async (names: string[], flags: DiffFlags) => {
      const { runDiff } = await import('./diff.ts');
      setExitCode(await runDiff(names, flags));
    });

  program
    .command('schema')
    .description('print the JSON Schema of the front matter, for editors')
    .option('--template', 'print the schema of template.json instead')
    .action(async (flags: { template?: boolean }) => {
      const { runSchema } = await import('./schema.ts');
      setExitCode(await runSchema(flags));
    });

  return program;
}

/** Runs the command line of this process and sets its exit code. */
export async function main(): Promise<void> {
  endOnUncaught((error) => {
    printError(error);
    printJson(error);
  });
  const output = followOutput();
  try {
    await createProgram((code) => {
      process.exitCode = code;
    }).parseAsync();
  } catch (error) {
    // commander has printed its own message; help and version end with 0.
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2;
      if (error.exitCode !== 0) printJson(toUsageError(error));
    } else {
      printError(error);
      process.exitCode = exitCodeOfError(error);
    }
  }
  await output.judge();
}
