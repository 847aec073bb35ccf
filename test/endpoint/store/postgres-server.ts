import {spawn, spawnSync, type ChildProcess} from 'node:child_process';
import {randomBytes} from 'node:crypto';
import {chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createServer, type AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Client} from 'pg';
import {postgres} from '../../../tools/postgres.js';

/** A real PostgreSQL on a free port, with nothing in it. It ends with the process that started it. */
export interface PostgresServer {
  /** Makes a database and says where it is. */
  newDatabase(): Promise<string>;
  /** Ends it as a crash would, or cleanly; everything stays in its folder. */
  stop(how?: 'at once' | 'cleanly'): Promise<void>;
  /** Starts it again after `stop`, at the same address. */
  start(): Promise<void>;
  /** Stops it for good and takes its folder away. */
  end(): Promise<void>;
}

// What a server somewhere may be set to, and what must make no difference: words
// sorted as English people do, days and times written in another way, another time zone.
const cluster = ['--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=en-GB', '--auth=scram-sha-256', '--username=care'];
const settings = ['timezone=Asia/Kathmandu', 'datestyle=German', 'default_transaction_isolation=serializable', 'bytea_output=escape', 'max_connections=60'];

/** Says plainly where no PostgreSQL is installed; then tests that need one are skipped. */
export async function startPostgres(where: {folder?: string} = {}): Promise<PostgresServer | undefined> {
  const programs = postgres();
  if (programs === undefined) {
    console.error('PostgreSQL is not installed, so no test could be run on it. `npm run setup` installs it, or says what to install.');
    return undefined;
  }
  const folder = where.folder ?? mkdtempSync(join(tmpdir(), 'care-postgres-'));
  const account = serverAccount();
  const password = randomBytes(12).toString('hex');
  const [rows, passwordFile] = [join(folder, 'rows'), join(folder, 'password')];
  mkdirSync(rows, {recursive: true, mode: 0o700});
  writeFileSync(passwordFile, password, {mode: 0o600});
  for (const path of [folder, rows, passwordFile]) chownSync(path, account.uid, account.gid);
  const made = spawnSync(join(programs, 'initdb'), [...cluster, '--pgdata', rows, '--pwfile', passwordFile], {...account, cwd: folder, encoding: 'utf8'});
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);

  const port = await freePort();
  const address = (database: string) => `postgresql://care:${password}@127.0.0.1:${port}/${database}`;
  let guard: ChildProcess | undefined;
  let databases = 0;

  async function start(): Promise<void> {
    const words = ['-D', rows, '-h', '127.0.0.1', '-p', String(port), '-k', folder, ...settings.flatMap((setting) => ['-c', setting])];
    // The shell ends the server once nobody holds its input any more, even where this process is killed.
    const script = `trap '' INT TERM; "$@" & server=$!; read -r how; kill -"\${how:-INT}" "$server"; wait "$server"`;
    const child = spawn('/bin/sh', ['-c', script, 'sh', join(programs!, 'postgres'), ...words], {...account, cwd: folder, stdio: ['pipe', 'ignore', 'pipe']});
    guard = child;
    let said = '';
    child.stderr.on('data', (text) => (said = `${said}${text}`.slice(-5000)));
    while (!(await answers(address('postgres')))) {
      if (child.exitCode !== null) throw new Error(`PostgreSQL did not start: ${said}`);
      await new Promise((later) => setTimeout(later, 50));
    }
  }

  async function stop(how: 'at once' | 'cleanly' = 'cleanly'): Promise<void> {
    const child = guard;
    guard = undefined;
    if (!child || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.once('close', resolve));
    child.stdin?.end(how === 'at once' ? 'QUIT\n' : 'INT\n');
    await gone;
  }

  await start();
  return {
    start,
    stop,
    async newDatabase() {
      databases += 1;
      const client = new Client(address('postgres'));
      await client.connect();
      await client.query(`CREATE DATABASE test_${databases}`);
      await client.end();
      return address(`test_${databases}`);
    },
    async end() {
      await stop();
      rmSync(folder, {recursive: true});
    },
  };
}

/** PostgreSQL refuses to run as root. */
function serverAccount(): {uid: number; gid: number} {
  const [uid, gid] = [process.getuid!(), process.getgid!()];
  if (uid !== 0) return {uid, gid};
  const accounts = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':')) : [];
  const other = ['postgres', 'nobody'].map((name) => accounts.find(([account]) => account === name)).find((account) => account !== undefined);
  if (!other) throw new Error('PostgreSQL does not run as root, and there is no account "postgres" or "nobody".');
  return {uid: Number(other[2]), gid: Number(other[3])};
}

async function answers(address: string): Promise<boolean> {
  const client = new Client({connectionString: address, connectionTimeoutMillis: 2000});
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const {port} = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
