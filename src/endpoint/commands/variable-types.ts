/** What the environment holds, as Node gives it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** One variable of the environment. */
export interface Variable<Value> {
  /** What it is for, to whoever sets it: one sentence or more. */
  description: string;
  /** What is written into it: `days`, `file`, `https address`. */
  kind: string;
  /** What holds where it is left out, as it would be written. */
  defaultValue?: string;
  /** What holds where it is left out, where no value says it. */
  defaultDescription?: string;
  /** @throws StartFault that names the variable, and quotes nothing that may be a secret. */
  parse(text: string): Value;
}

/** Variables by their names. */
export type Variables = Readonly<Record<string, Variable<unknown>>>;

type ValueOf<Each> = Each extends {defaultValue: string; parse(text: string): infer Value} ? Value : Each extends {parse(text: string): infer Value} ? Value | undefined : never;

/** Gives what a variable holds, or what holds where it is left out. */
export type VariableReader<Table> = <Name extends keyof Table & string>(name: Name) => ValueOf<Table[Name]>;

/** An empty variable counts as left out. */
export function createVariableReader<Table extends Variables>(table: Table, environment: Environment): VariableReader<Table> {
  return (name) => {
    const text = environment[name]?.trim() || table[name]!.defaultValue;
    return (text === undefined ? undefined : table[name]!.parse(text)) as ValueOf<Table[typeof name]>;
  };
}

/** Of what is checked where it is used: a file, a folder, a host, a token. */
export function verbatim(text: string): string {
  return text;
}
