import {readFileSync} from 'node:fs';

/** What it says. */
export const dataProtectionPage = readFileSync(new URL('../../../docs/run/data-protection.md', import.meta.url), 'utf8');

/** Tables that only PostgreSQL needs. */
const postgresAlone = ['arrivals', 'care_elements_tables'];

/** Every column that the data protection page names, as `table.column`, in order. */
export function columnsOnThePage({ofPostgres}: {ofPostgres: boolean}): string[] {
  const rows = [...dataProtectionPage.matchAll(/^\| `(\w+)` \| ((?:`\w+`(?:, )?)+) \| [^|]+ \| [^|]+ \|$/gm)];
  return rows
    .filter(([, table = '']) => ofPostgres || !postgresAlone.includes(table))
    .flatMap(([, table, columns = '']) => [...columns.matchAll(/\w+/g)].map(([column]) => `${table}.${column}`))
    .sort();
}
