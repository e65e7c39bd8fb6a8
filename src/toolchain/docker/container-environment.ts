/** What programs in a container are given: nothing of this machine but its clock. */
import { texEnvironment } from '../tex-environment.ts';

/** @param minutesBehind what `Date.getTimezoneOffset` says */
export function containerEnvironment(
  minutesBehind: number = new Date().getTimezoneOffset(),
): Record<string, string> {
  // What TeX keeps for itself goes where the container may be written to, and vanishes with it. The guard of Lua lets nobody make that folder.
  return {
    ...texEnvironment({}, false),
    HOME: '/tmp',
    TEXMFVAR: '/tmp',
    TZ: toTimeZone(minutesBehind),
  };
}

/** For `\today`: the image knows no time zones, but every C library takes POSIX's own form, `<here>-02:00` two hours east of Greenwich. */
function toTimeZone(minutesBehind: number): string {
  const minutes = Math.abs(minutesBehind);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `<here>${minutesBehind < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
