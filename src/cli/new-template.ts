import { defaultFile } from '../options.ts';
import { copyTemplate } from '../template/copy-template.ts';
import { projectTemplates } from '../template/find-template.ts';
import { printLine } from './print.ts';

/** `mdcv new-template NAME --from classic`. */
export async function runNewTemplate(name: string, flags: { from: string }): Promise<number> {
  const folder = await copyTemplate(name, flags.from, projectTemplates(defaultFile));
  printLine(`${folder} · now: mdcv build -t ${name}`);
  return 0;
}
