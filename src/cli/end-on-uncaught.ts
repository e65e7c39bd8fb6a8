/** Within this who started a program has heard that it did not start, and has cleaned up (milliseconds). */
const cleanUpMs = 3000;

/** Ends this process with a message, no stack trace, at an error that nobody could catch: `spawn` tells of some before anybody listens. */
export function endOnUncaught(print: (error: unknown) => void): void {
  process.on('uncaughtException', (error: NodeJS.ErrnoException) => {
    const end = (): void => {
      print(error);
      process.exit(2);
    };
    if (error.syscall?.startsWith('spawn')) setTimeout(end, cleanUpMs).unref();
    else end();
  });
}
