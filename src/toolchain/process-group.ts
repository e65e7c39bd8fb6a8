/** A process that leads its own group, with everything it started. */
export interface ProcessGroup {
  /** Asks the group to end with a signal and ends it for good after a grace time (ms); does not wait for the end. */
  end(signal: NodeJS.Signals, graceMs: number): void;
  /** Ends what is left of the group, at once, and stops watching over it. */
  release(): void;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Watches over a process started as the leader of its own group (`detached`): a terminal's Ctrl-C does not reach it,
 * so it has to be ended when this process is told to end or exits. A signal that nobody else listens to still ends
 * this process as it would have without the watch.
 * @param pid of the group's leader
 * @param onSignal called when the group was ended because of a signal to this process
 */
export function watchProcessGroup(pid: number, onSignal: () => void): ProcessGroup {
  let timer: NodeJS.Timeout | undefined;
  let released = false;
  const kill = (): void => signalGroup(pid, 'SIGKILL');
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
  process.on('exit', kill);
  for (const signal of signals) process.on(signal, onProcessSignal);

  return {
    end(signal, graceMs) {
      signalGroup(pid, signal);
      timer ??= setTimeout(kill, graceMs);
    },
    release() {
      // Once only: later, the number may belong to somebody else.
      if (released) return;
      released = true;
      clearTimeout(timer);
      kill();
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
