import {spawn, spawnSync, type ChildProcess} from 'node:child_process';
import {randomBytes, randomInt} from 'node:crypto';
import {chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {join} from 'node:path';
import {Client} from 'pg';
import {postgres} from '../../../tools/postgres.js';
import {eventually} from '../eventually.js';
import {folderInMemory} from '../endpoint/folder-in-memory.js';

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
const cluster = ['--no-sync', '--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=en-GB', '--auth=scram-sha-256', '--username=care'];
const settings = ['timezone=Asia/Kathmandu', 'datestyle=German', 'default_transaction_isolation=serializable', 'bytea_output=escape', 'max_connections=60'];

let shared: Promise<PostgresServer | undefined> | undefined;

/**
 * The one server of all tests of this process, started when it is first asked for. Each takes
 * databases of its own. Whoever stops a server or changes its settings starts one by `startPostgres`.
 */
export function sharedPostgres(): Promise<Pick<PostgresServer, 'newDatabase'> | undefined> {
  shared ??= startPostgres();
  return shared;
}

/** Says plainly where no PostgreSQL is installed; then tests that need one are skipped. */
export async function startPostgres(): Promise<PostgresServer | undefined> {
  const programs = postgres();
  if (programs === undefined) {
    console.error('PostgreSQL is not installed, so no test could be run on it. `npm run setup` installs it, or says what to install.');
    return undefined;
  }
  const folder = folderInMemory('care-postgres-');
  const account = serverAccount();
  const password = randomBytes(12).toString('hex');
  const [rows, passwordFile] = [join(folder, 'rows'), join(folder, 'password')];
  mkdirSync(rows, {recursive: true, mode: 0o700});
  writeFileSync(passwordFile, password, {mode: 0o600});
  for (const path of [folder, rows, passwordFile]) chownSync(path, account.uid, account.gid);
  const made = spawnSync(join(programs, 'initdb'), [...cluster, '--pgdata', rows, '--pwfile', passwordFile], {...account, cwd: folder, encoding: 'utf8'});
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);

  let port = await freePort();
  const address = (database: string) => `postgresql://care:${password}@127.0.0.1:${port}/${database}`;
  let guard: ChildProcess | undefined;
  let databases = 0;

  async function start(): Promise<void> {
    const words = ['-D', rows, '-h', '127.0.0.1', '-p', String(port), '-k', folder, ...settings.flatMap((setting) => ['-c', setting])];
    // The shell ends the server once nobody holds its input any more, even where this process is killed, and then takes its folder away.
    const script = `trap '' INT TERM; folder=$1; shift; "$@" & server=$!; read -r how; kill -"\${how:-INT}" "$server"; wait "$server"; [ -n "$how" ] || rm -rf "$folder"`;
    const child = spawn('/bin/sh', ['-c', script, 'sh', folder, join(programs!, 'postgres'), ...words], {...account, cwd: '/', stdio: ['pipe', 'ignore', 'pipe']});
    guard = child;
    let said = '';
    child.stderr.on('data', (text) => (said = `${said}${text}`.slice(-5000)));
    await eventually(() => {
      if (child.exitCode !== null || said.includes('could not create any TCP/IP sockets')) throw new Error(`PostgreSQL did not start: ${said}`);
      return answers(address('postgres'));
    }, 'PostgreSQL to answer');
  }

  async function stop(how: 'at once' | 'cleanly' = 'cleanly'): Promise<void> {
    const child = guard;
    guard = undefined;
    if (!child || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.once('close', resolve));
    child.stdin?.end(how === 'at once' ? 'QUIT\n' : 'INT\n');
    await gone;
  }

  for (let tries = 1; ; tries += 1) {
    try {
      await start();
      break;
    } catch (error) {
      await stop();
      if (tries === 5) throw error;
      // Somebody took it before the server did.
      port = await freePort();
    }
  }
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

/** Below those that systems give to whoever asks for any, so that none of them takes it while the server is stopped. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const port = randomInt(20_000, 32_000);
    const server = createServer().once('error', () => resolve(freePort())).listen(port, '127.0.0.1', () => void server.close(() => resolve(port)));
  });
}
