/** The files of a git revision, in a folder of their own. */
import { existsSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { execa } from 'execa';
import { createWorkFolder } from '../engine/work-folder.ts';
import { nearestName } from '../nearest-name.ts';
import { MdcvError } from '../problem.ts';

/** A revision that lies in a folder. */
export interface CheckedOut {
  /** The file's absolute path there. */
  file: string;
  /** The folder there that the working folder is in the repository. */
  folder: string;
  /** The commit, shortened as git does. */
  commit: string;
}

/**
 * Calls `work` with the files of a revision, all of them, as they were then: the CV and its .bib files, pictures and templates. They are removed
 * afterwards, whatever happened, and the repository is left as it is: its index and its working copy are not touched.
 * @param file path of a file, which must be in that revision
 * @throws MdcvError `no-git`, `no-repository`, `unknown-revision`, `not-in-revision`
 */
export async function withRevision<T>(
  revision: string,
  file: string,
  work: (checkedOut: CheckedOut) => Promise<T>,
): Promise<T> {
  const root = await findRepository(file);
  const commit = await findCommit(revision, root);
  const path = relative(root, toRealPath(file)).split(sep).join('/');
  await assertInRevision(path, revision, commit, root);
  const folder = realpathSync(createWorkFolder());
  try {
    const tree = join(folder, 'tree');
    mkdirSync(tree);
    // An index of its own: unlike `git archive` it leaves nothing out and needs no tar, unlike `git worktree` it leaves nothing behind.
    const env = { GIT_INDEX_FILE: join(folder, 'index') };
    await git(['read-tree', commit], root, env);
    await git(['checkout-index', '--all', '--force', `--prefix=${tree}/`], root, env);
    const here = relative(root, realpathSync(process.cwd()));
    const isInside = here !== '..' && !here.startsWith(`..${sep}`);
    return await work({
      file: join(tree, path),
      folder: isInside ? join(tree, here) : tree,
      commit: (await git(['rev-parse', '--short', commit], root)).trim(),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function findRepository(file: string): Promise<string> {
  const folder = nearestFolder(dirname(resolve(file)));
  const { stdout, failed } = await run(['rev-parse', '--show-toplevel'], folder);
  if (!failed) return realpathSync(stdout.trim());
  throw new MdcvError(
    'no-repository',
    `Cannot compare revisions of \`${file}\`, it is in no git repository`,
    {
      hint: 'Compare two PDFs instead: `mdcv diff old.pdf new.pdf`.',
    },
  );
}

async function findCommit(revision: string, root: string): Promise<string> {
  // Without this a revision such as `--all` would be an option.
  const { stdout, failed } = await run(
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`],
    root,
  );
  if (!failed) return stdout.trim();
  const names = await run(
    ['for-each-ref', '--format=%(refname:short)', 'refs/heads', 'refs/tags', 'refs/remotes'],
    root,
  );
  const nearest = nearestName(revision, names.failed ? [] : names.stdout.split('\n').filter(Boolean));
  throw new MdcvError('unknown-revision', `Cannot find the revision \`${revision}\` in \`${root}\``, {
    hint: nearest
      ? `Did you mean \`${nearest}\`?`
      : 'Name a commit, branch or tag, such as `HEAD~1`; `git log --oneline` lists commits. To compare PDFs, name two.',
  });
}

async function assertInRevision(path: string, revision: string, commit: string, root: string): Promise<void> {
  const { failed } = await run(['cat-file', '-e', `${commit}:${path}`], root);
  if (!failed) return;
  const listed = await git(['ls-tree', '-r', '--name-only', '-z', commit], root);
  const candidates = listed.split('\0').filter((name) => name.endsWith('.md'));
  const same = candidates.find((name) => basename(name) === basename(path));
  const nearest = same ?? nearestName(path, candidates);
  throw new MdcvError('not-in-revision', `Cannot find \`${path}\` in the revision \`${revision}\``, {
    hint: nearest
      ? `Did you mean \`${nearest}\`? Name it behind the revisions.`
      : 'Name the CV behind the revisions: `mdcv diff HEAD~1 HEAD cv.md`.',
  });
}

async function git(args: readonly string[], folder: string, env: NodeJS.ProcessEnv = {}): Promise<string> {
  const { stdout, stderr, failed } = await run(args, folder, env);
  if (!failed) return stdout;
  throw new MdcvError(
    'git-failed',
    `Cannot read the repository \`${folder}\`: ${stderr.trim() || `git ${args[0]} failed`}`,
    {
      hint: 'Try `git fsck` there.',
    },
  );
}

async function run(
  args: readonly string[],
  folder: string,
  env: NodeJS.ProcessEnv = {},
): Promise<{ stdout: string; stderr: string; failed: boolean }> {
  const result = await execa('git', args, {
    cwd: folder,
    env: { ...env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
    stdin: 'ignore',
    reject: false,
    stripFinalNewline: false,
  });
  if (result.code === 'ENOENT')
    throw new MdcvError('no-git', 'Cannot compare revisions, git is not installed', {
      hint: 'Install git, or compare two PDFs: `mdcv diff old.pdf new.pdf`.',
      cause: result,
    });
  return { stdout: result.stdout, stderr: result.stderr, failed: result.failed };
}

/** The folder, or where it was removed since, the nearest one above that is there. */
function nearestFolder(folder: string): string {
  return existsSync(folder) || folder === dirname(folder) ? folder : nearestFolder(dirname(folder));
}

/** The path with symbolic links followed as far as it is there: the file may have been in an older revision only. */
function toRealPath(file: string): string {
  const path = resolve(file);
  const there = nearestFolder(dirname(path));
  return join(realpathSync(there), relative(there, path));
}
