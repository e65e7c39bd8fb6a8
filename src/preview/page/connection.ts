import type { LookChange, PreviewState, Refusal, SourceLine } from '../protocol.ts';

/** How long to wait before another try where the browser makes none itself (milliseconds). */
const retryMs = 1000;

/** Follows the server, again when it comes back. `onLost` is told each time that it cannot be reached. */
export function followServer(onState: (state: PreviewState) => void, onLost: () => void): void {
  const events = new EventSource('events');
  events.onmessage = ({ data }) => onState(JSON.parse(data));
  events.onerror = () => {
    onLost();
    if (events.readyState === EventSource.CLOSED) setTimeout(() => followServer(onState, onLost), retryMs);
  };
}

/** The line that a point of a page comes from, in PDF points from its top left corner. */
export async function findSource(page: number, x: number, y: number): Promise<SourceLine | undefined> {
  const response = await fetch(`source?page=${page}&x=${x.toFixed(2)}&y=${y.toFixed(2)}`);
  return (await response.json()) ?? undefined;
}

/** @returns why it was not done */
export async function changeLook(change: LookChange): Promise<Refusal | undefined> {
  return command('look', change);
}

/** Writes the look into the front matter. */
export async function writeLook(): Promise<Refusal | undefined> {
  return command('look/write', {});
}

async function command(path: string, body: LookChange): Promise<Refusal | undefined> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.ok ? undefined : ((await response.json()) as Refusal);
  } catch {
    return { reason: 'mdcv cannot be reached' };
  }
}
