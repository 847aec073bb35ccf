import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

/** A disk of a test's own: an ext4 file system in a file, mounted through a loop device. */
export interface Disk {
  /** Where it is mounted. */
  folder: string;
  /**
   * Cuts its power: what was not written through by fsync is gone, and every
   * later write fails until it is mounted again.
   */
  cut(): void;
  /** Mounts it again, as a machine does that comes back. */
  comeBack(): void;
  /** Unmounts and removes it. */
  remove(): void;
}

/** A disk of `megabytes`, or `undefined` where this machine mounts none. */
export function makeDisk(megabytes: number): Disk | undefined {
  const place = mkdtempSync(join(tmpdir(), 'care-disk-'));
  const [image, folder] = [join(place, 'image'), join(place, 'mounted')];
  mkdirSync(folder);
  const mount = () => run('mount', '-o', 'loop', image, folder);
  try {
    run('truncate', '-s', `${megabytes}M`, image);
    run('mkfs.ext4', '-q', '-F', '-m', '0', image);
    mount();
  } catch {
    rmSync(place, {recursive: true});
    return undefined;
  }
  return {
    folder,
    cut: () => run('perl', '-e', shutDown, folder),
    comeBack() {
      run('umount', folder);
      mount();
    },
    remove() {
      run('umount', folder);
      rmSync(place, {recursive: true});
    },
  };
}

// EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH: not even what waits in the file system's journal is written.
const shutDown = 'open(my $folder, "<", $ARGV[0]) or die $!; my $flags = pack("L", 2); ioctl($folder, 0x8004587D, $flags) or die $!;';

function run(command: string, ...words: string[]): void {
  const {status, stderr, error} = spawnSync(command, words, {encoding: 'utf8'});
  if (status !== 0) throw new Error(`${command} failed: ${error?.message ?? stderr}`);
}

/** Whether this machine lets a test have a disk of its own, and cut its power. */
export const disksAreThere = ((): boolean => {
  const disk = makeDisk(8);
  if (!disk) return false;
  try {
    disk.cut();
    return true;
  } catch {
    return false;
  } finally {
    disk.remove();
  }
})();

/** Ends a title that is skipped with the reason. */
export const disksNote = disksAreThere ? '' : ' (skipped: this machine mounts no loop device, or has no perl)';
