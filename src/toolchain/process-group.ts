/** A process that leads its own group, with everything it started. */
export interface ProcessGroup {
  /** Says who leads the group, as soon as it was started. */
  lead(pid: number): void;
  /** Asks the group to end with a signal and ends it for good after a grace time (ms); does not wait for the end. */
  end(signal: NodeJS.Signals, graceMs: number): void;
  /** Ends what is left of the group, at once, and stops watching over it. */
  release(): void;
}

/** A process that runs where no signal of ours gets to, in a container; the group here only speaks for it. */
export interface RemoteProcess {
  /** Passes a signal on to it and all that it started. */
  signal(signal: NodeJS.Signals): void;
  /** Its end is known. */
  ended(): void;
  /** It did not end when it was killed: what it runs in has to end. */
  giveUp(): void;
}

/** How long (milliseconds) a remote process that was killed may take to be gone. */
const goneMs = 3000;

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Watches over a process started as the leader of its own group (`detached`): a terminal's Ctrl-C does not reach it,
 * so it has to be ended when this process is told to end or exits. A signal that nobody else listens to still ends
 * this process as it would have without the watch. It has to begin before the group is started: a signal between the
 * two would leave the group alone.
 * @param onSignal called when the group was ended because of a signal to this process
 * @param remote what the group speaks for, and ends with
 */
export function watchProcessGroup(onSignal: () => void, remote?: RemoteProcess): ProcessGroup {
  let timer: NodeJS.Timeout | undefined;
  let lastResort: NodeJS.Timeout | undefined;
  let leader: number | undefined;
  let released = false;
  const send = (signal: NodeJS.Signals): void => {
    if (remote) remote.signal(signal);
    else if (leader !== undefined) signalGroup(leader, signal);
  };
  const kill = (): void => send('SIGKILL');
  const onProcessSignal = (signal: NodeJS.Signals): void => {
    onSignal();
    kill();
    stopWatching();
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  const stopWatching = (): void => {
    process.off('exit', kill);
    for (const signal of signals) process.off(signal, onProcessSignal);
  };
  const giveUp = (): void => {
    remote?.giveUp();
    if (leader !== undefined) signalGroup(leader, 'SIGKILL');
  };
  process.on('exit', kill);
  for (const signal of signals) process.on(signal, onProcessSignal);

  return {
    lead(pid) {
      leader = pid;
    },
    end(signal, graceMs) {
      send(signal);
      timer ??= setTimeout(kill, graceMs);
      if (remote) lastResort ??= setTimeout(giveUp, graceMs + goneMs);
    },
    release() {
      // Once only: later, the number may belong to somebody else.
      if (released) return;
      released = true;
      clearTimeout(timer);
      clearTimeout(lastResort);
      kill();
      remote?.ended();
      stopWatching();
    },
  };
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    // ESRCH: nobody is left. EPERM: on macOS the answer for a group that holds only zombies.
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ESRCH' && code !== 'EPERM') throw error;
  }
}
