import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildMany, type ManyBuilds } from '../../src/many/build-many.ts';
import type { BuildOutcome, BuildTask } from '../../src/many/messages.ts';
import { toLine } from './report-lines.ts';

const toTask = (file: string): BuildTask => ({ file, output: 'out', oneOfAll: false });

function toBuilds(files: readonly string[], jobs: number, done: [string, BuildOutcome][]): ManyBuilds {
  return {
    tasks: files.map(toTask),
    jobs,
    worker: { program: join(import.meta.dirname, 'dying-worker.mjs'), args: [] },
    isGood: () => true,
    toOutcome: (_, { code }) => ({ status: 'failed', object: toLine({ code }), text: '' }),
    records: { kept: { find: () => undefined, keep: () => {} }, of: ({ file }) => ({ file, settings: 1 }) },
    onStart: () => {},
    onProgress: () => {},
    onDone: ({ file }, outcome) => done.push([file, outcome]),
    signal: new AbortController().signal,
  };
}

describe('the processes that build', () => {
  it('build one CV after the other, and where one dies the next takes its place', async () => {
    const done: [string, BuildOutcome][] = [];
    await buildMany(toBuilds(['a.md', 'b.md', 'die.md', 'c.md', 'd.md'], 1, done));
    expect(done.map(([file, { status }]) => [file, status])).toEqual([
      ['a.md', 'built'],
      ['b.md', 'built'],
      ['die.md', 'failed'],
      ['c.md', 'built'],
      ['d.md', 'built'],
    ]);
    expect(done[2]?.[1].object.code).toBe('worker-died');
    const pids = done.map(([, { object }]) => object.pid);
    expect(pids[0]).toBe(pids[1]);
    expect(pids[3]).toBe(pids[4]);
    expect(pids[0]).not.toBe(pids[3]);
  });

  it('are no more than there is work, and gone at the end', async () => {
    const done: [string, BuildOutcome][] = [];
    await buildMany(toBuilds(['a.md', 'b.md'], 8, done));
    const pids = new Set(done.map(([, { object }]) => object.pid as number));
    expect(done).toHaveLength(2);
    for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });

  it('are not started for what has not changed', async () => {
    const done: [string, BuildOutcome][] = [];
    const kept = { find: () => toLine({ passes: 2, texMs: 300 }), keep: () => {} };
    const records = { kept, of: ({ file }: BuildTask) => ({ file, settings: 1 }) };
    await buildMany({ ...toBuilds(['a.md'], 1, done), records });
    expect(done[0]?.[1]).toMatchObject({
      status: 'unchanged',
      object: { passes: 0, texMs: 0, durationMs: 0 },
    });
    await buildMany({ ...toBuilds(['a.md'], 1, done), records, isGood: () => false });
    expect(done[1]?.[1].status).toBe('built');
  });

  it('begin nothing more when all is to end', async () => {
    const done: [string, BuildOutcome][] = [];
    const stop = new AbortController();
    const builds = toBuilds(['a.md', 'b.md', 'c.md'], 1, done);
    const onDone: ManyBuilds['onDone'] = (task, outcome) => {
      builds.onDone(task, outcome);
      stop.abort(new Error('Ctrl-C'));
    };
    await expect(buildMany({ ...builds, onDone, signal: stop.signal })).rejects.toThrow('Ctrl-C');
    expect(done).toHaveLength(1);
    expect(() => process.kill(done[0]?.[1].object.pid as number, 0)).toThrow('ESRCH');
  });
});
