import { spawn } from 'node:child_process';

/** Opens an address in the user's browser. Where there is none, nothing happens: the address has been printed. */
export function openBrowser(url: string): void {
  const [program = '', ...args] = commands[process.platform] ?? ['xdg-open'];
  const child = spawn(program, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

const commands: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};
