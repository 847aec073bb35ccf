import type {ScopeKind} from '../../access/access.js';
import type {FilterText} from '../submission-filter.js';

/** What either database takes as a parameter. A UUID is its text. */
export type SqlValue = string | number | boolean | Uint8Array | null | readonly (string | number)[];

/** What a column holds, where many are written or compared at once. `utf8` is text that may have U+0000 in it, which PostgreSQL keeps as bytes. */
export type ColumnType = 'text' | 'bigint' | 'boolean' | 'uuid' | 'utf8';

/** Where many rows are written at once. A row that is there already is an error, or is left as it is where it `mayBeThere`. */
export interface InsertInto {
  table: string;
  columns: Readonly<Record<string, ColumnType>>;
  mayBeThere?: boolean;
}

/** A row to be, by its columns. */
export type NewRow = Readonly<Record<string, SqlValue | undefined>>;

/** What the two databases say in different words. */
export interface Dialect {
  /** The values of one kind in the text of `scopeAsText`, as the rows of a query: of the limits, or of the filter. */
  values(kind: ScopeKind, of?: 'filter'): string;
  /** One text of the filter there. */
  text(name: FilterText): string;
  /** That the text itself was given, which is always so. */
  isGiven: string;
  /** A column of the directory that counts in any case, beside which a text in lower case can stand. */
  inAnyCase(column: string): string;
  /** The later, or the greater, of two that are not null; and the other one. */
  greatest: 'greatest' | 'max';
  least: 'least' | 'min';
  /** The clock of the database, whose processes may run on several machines, in milliseconds since 1970. */
  now: string;
  /** A parameter as a column of UUIDs has it, and such a column as text. */
  uuid(parameter: string): string;
  uuidText(column: string): string;
  /** Whether a column is one of a list, which is one parameter; of texts unless another type is named. */
  isIn(column: string, parameter: string, type?: ColumnType): string;
  /** A column of bytes, or of `utf8`, in hexadecimal digits. */
  hex(column: string): string;
  /** An object of the rows of a query, as JSON, in the order of its keys. */
  jsonObject(key: string, value: string): string;
  /** What stands under these keys in a column of JSON, as text. */
  json(column: string, ...keys: string[]): string;
  /** What follows on `FROM versions v` for the rows `s` that it corrects or that correct it, each found along an index. */
  correcting: string;
  /** What a question adds to hold rows against others who write. SQLite's one writer holds all. */
  locking(clause: string): string;
}

/**
 * One transaction of either database, in which the store's questions are asked, each written once for both.
 * Their parameters are `$1`, `$2` and so on, each named as often as it is needed.
 */
export interface SqlClient {
  readonly dialect: Dialect;
  all<Row>(question: string, parameters?: readonly SqlValue[]): Promise<Row[]>;
  /** Its first row. */
  get<Row>(question: string, parameters?: readonly SqlValue[]): Promise<Row | undefined>;
  /** How many rows it wrote. */
  run(question: string, parameters?: readonly SqlValue[]): Promise<number>;
  /** Writes rows in their order. */
  insert(into: InsertInto, rows: readonly NewRow[]): Promise<void>;
  /** Until the transaction ends nobody else writes to it. */
  lockTable(table: string): Promise<void>;
}

/** A question of the store, in a transaction that the caller holds. */
export type Query<Parameters extends unknown[], Result> = (client: SqlClient, ...parameters: Parameters) => Promise<Result>;

type Bound<Queries> = {[Name in keyof Queries]: Queries[Name] extends Query<infer Parameters, infer Result> ? (...parameters: Parameters) => Promise<Result> : never};

/** The same questions, asked of `client`. */
export function bindQueries<Queries extends Record<string, Query<never[], unknown>>>(client: SqlClient, queries: Queries): Bound<Queries> {
  return Object.fromEntries(Object.entries(queries).map(([name, query]) => [name, (...parameters: never[]) => query(client, ...parameters)])) as Bound<Queries>;
}
