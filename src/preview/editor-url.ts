import { MdcvError } from '../problem.ts';

/** Editors that are known by name, and the addresses with which they open a file. */
const editors: Readonly<Record<string, string>> = {
  vscode: 'vscode://file/{file}:{line}:{column}',
  vscodium: 'vscodium://file/{file}:{line}:{column}',
  cursor: 'cursor://file/{file}:{line}:{column}',
  zed: 'zed://file/{file}:{line}:{column}',
  idea: 'idea://open?file={file}&line={line}&column={column}',
  textmate: 'txmt://open?url=file://{file}&line={line}&column={column}',
};

/** An address that opens a file in the editor. */
export type ToEditorUrl = (place: {
  file: string;
  line?: number | undefined;
  column?: number | undefined;
}) => string;

/**
 * @param editor a known editor, or an address with `{file}`, `{line}` and `{column}` in it
 * @throws MdcvError `bad-argument`
 */
export function createEditorUrl(editor = 'vscode'): ToEditorUrl {
  const template = editors[editor] ?? editor;
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(template)?.[1]?.toLowerCase();
  // What would run in the page instead of opening something.
  const isScript = scheme !== undefined && ['javascript', 'data', 'vbscript', 'blob'].includes(scheme);
  if (scheme === undefined || isScript || !template.includes('{file}'))
    throw new MdcvError('bad-argument', `Cannot open files with the editor \`${editor}\``, {
      hint: `Name one of ${Object.keys(editors).join(', ')}, or give an address such as \`${editors.vscode}\`.`,
    });
  return ({ file, line = 1, column = 1 }) =>
    template
      // `…/file/{file}` has the path's first slash already, `…://{file}` has not.
      .replace(/(?<=[^/]\/)\{file\}/, toPath(file).slice(1))
      .replace('{file}', toPath(file))
      .replace('{line}', String(line))
      .replace('{column}', String(column));
}

/** As the path of an address: `/C:/cv.md` on Windows. */
function toPath(file: string): string {
  const path = file.replaceAll('\\', '/');
  return encodeURI(path.startsWith('/') ? path : `/${path}`).replace(/[#?&]/g, encodeURIComponent);
}
