/** Why a file cannot be taken, in words that follow its name. Nothing of its content is in them. */
export class FileFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FileFault';
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'cannot be read: there is no such file',
  EACCES: 'cannot be read: this user may not',
  EPERM: 'cannot be read: this user may not',
  EISDIR: 'is a folder, not a file',
};

/** What the system says of a file, in those words. */
export function fileFault(error: unknown): FileFault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return new FileFault(reasons[code] ?? `cannot be read: ${code}`);
}
