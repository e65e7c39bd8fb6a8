/**
 * What the engine needs of a TeX installation, wherever it lives: on this machine, in mdcv's own cache, in a container.
 * A toolchain runs programs in a folder and answers which files it has; it knows nothing of passes or logs.
 */

export type ToolchainKind = 'local' | 'managed' | 'docker';

/** What somebody may ask for; `auto` takes the first that has what the document needs. */
export type ToolchainWish = 'auto' | ToolchainKind;

/** The programs that mdcv runs. */
export type TexProgram = (typeof texPrograms)[number];
export const texPrograms = ['pdflatex', 'xelatex', 'lualatex', 'kpsewhich'] as const;

/** Held by the kernel. */
export interface ProgramLimits {
  /** No file that it writes may become larger. */
  fileBytes: number;
  /** Of the processor. */
  cpuSeconds: number;
  /** Address space of each process. */
  memoryBytes: number;
}

export interface ProgramRequest {
  program: TexProgram;
  args: readonly string[];
  /** Absolute path of the folder to run in, made with `createWorkFolder`; the only one that the program may write to. */
  folder: string;
  /** Absolute path of a format that the program starts from, in place of its own. */
  format?: string | undefined;
  /**
   * Milliseconds; then the process and all its children are ended: by SIGINT, which makes TeX write the line it was at
   * to its log and end, and by SIGKILL for what still runs a second later.
   */
  timeoutMs: number;
  /** Ends the process and all its children at once. */
  signal?: AbortSignal | undefined;
  /** Tighter than the toolchain's own. */
  limits?: Partial<ProgramLimits> | undefined;
  /** Added to the toolchain's own environment. */
  env?: Readonly<Record<string, string>> | undefined;
  /** For a program that waits for input. Without it, its standard input is closed. */
  dialogue?: ProgramDialogue | undefined;
}

/** Talks with a program while it runs. It may wait for ever: its caller keeps the time, `timeoutMs` only limits its processor time. */
export interface ProgramDialogue {
  /** Called again where a container was gone before the program began, and another one takes it. */
  onStart(control: ProgramControl): void;
  /** Each piece of standard output and error as it comes. */
  onOutput(text: string): void;
}

export interface ProgramControl {
  /** Writes to the program's standard input and closes it; nothing happens where the program has ended. */
  end(text: string): void;
  /** Ends it as the time limit does. */
  interrupt(): void;
}

export interface ProgramRun {
  exitCode: number | undefined;
  /** What ended it, where a signal did. */
  signal?: NodeJS.Signals | undefined;
  /**
   * Standard output and error, interleaved, decoded as UTF-8 (bad bytes become U+FFFD). Of more than 1 MiB only the
   * beginning and the end, with a line that says how much was left out.
   */
  output: string;
  timedOut: boolean;
  aborted: boolean;
  /** Wall-clock time in milliseconds. */
  durationMs: number;
}

export interface Toolchain {
  readonly kind: ToolchainKind;
  /** For people: `TeX Live 2022/Debian, /usr/bin`. */
  readonly description: string;
  /** Those that `run` can start. */
  readonly programs: ReadonlySet<TexProgram>;
  /**
   * Runs one program to its end. A program that fails, is too slow or is stopped resolves all the same.
   * @throws MdcvError `no-such-program` when the program cannot be started at all
   */
  run(request: ProgramRequest): Promise<ProgramRun>;
  /**
   * Looks files up as TeX would (kpathsea). Answers with the full path for each file found; names without one are
   * missing. Answers are kept for the life of the toolchain.
   */
  locate(files: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /**
   * For a toolchain whose files are mdcv's own to keep whole: looks whether what a program has just read is as it was installed.
   * @param inputs absolute paths
   * @throws MdcvError `damaged-tree`; the next use of the toolchain makes it whole
   */
  verify?(program: TexProgram, inputs: readonly string[]): Promise<void>;
  /** For a toolchain whose files are not this machine's: then nobody here can look at what TeX has read. */
  readonly elsewhere?: ToolchainElsewhere | undefined;
}

/** What a toolchain needs whose programs run in a file system of their own, which is up as long as somebody holds it. */
export interface ToolchainElsewhere {
  /**
   * Keeps up what the toolchain has started, so that the next run need not start it again.
   * @returns lets go; resolves when nothing is left of it, if nobody else holds it
   */
  hold(): () => Promise<void>;
  /** Absolute path of the folder that all folders of runs lie in; to be asked for while it is held. */
  workRoot(): string;
}

/** A long step on the way to a toolchain, for a progress line. */
export interface ToolchainProgress {
  /** In a few words: `Downloading TeX`. */
  step: string;
  /** What just now, e.g. `41 of 92 MB`; may be empty. */
  detail: string;
  /** 0 to 1, of this step, where it is known. */
  fraction?: number | undefined;
}

export type OnToolchainProgress = (progress: ToolchainProgress) => void;
