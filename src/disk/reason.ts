const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EBUSY: 'it is in use',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file may not become so large',
  EEXIST: 'something else has its name',
  EIO: 'the disk fails',
  EISDIR: 'it is a folder',
  ELOOP: 'it is a link',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its path is too long',
  ENFILE: 'too many files are open',
  ENODEV: 'it is neither a file nor a folder',
  ENOENT: 'it does not exist',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'it is not a folder',
  ENOTEMPTY: 'a folder has its name',
  ENXIO: 'it is neither a file nor a folder',
  EPERM: 'the system does not permit it',
  EROFS: 'the disk is read-only',
};

/**
 * Says in plain words why the file system refused.
 *
 * @param error what was thrown
 */
export function reasonOf(error: unknown): string {
  return reasons[codeOf(error)] ?? (error instanceof Error ? error.message : String(error));
}

/**
 * The system's own name for an error, as `ENOENT`; empty where it has none.
 *
 * @param error what was thrown
 */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/**
 * Whether an error says that nothing is there, and not that it cannot be looked at.
 *
 * @param error what was thrown
 */
export function isAbsence(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(codeOf(error));
}
