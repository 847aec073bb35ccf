import {createVariableReader, type Environment} from './commands/variable-types.js';
import {variables} from './environment-variables.js';

/** Where the endpoint speaks to its operator while it runs. */
export interface OperatorOutput {
  /** What is as it should be. */
  inform(text: string): void;
  /** What somebody should look at. */
  warn(text: string): void;
  /** Why it ends, or does not start. */
  fail(text: string): void;
}

/** Plain lines, for whoever reads them. */
export const plainOutput: OperatorOutput = {inform: (text) => console.log(text), warn: (text) => console.error(text), fail: (text) => console.error(text)};

/**
 * Plain lines for whoever reads them, or with CARE_LOG=json one line of JSON on
 * standard output for each event: `level`, `time` in ISO 8601 and `message`.
 *
 * @throws StartFault where CARE_LOG is something else.
 */
export async function openOperatorOutput(environment: Environment): Promise<OperatorOutput> {
  if (createVariableReader(variables, environment)('CARE_LOG') === 'text') return plainOutput;
  const {pino} = await import('pino');
  const log = pino(
    // Whoever collects lines knows from which machine and process they are.
    {base: undefined, messageKey: 'message', timestamp: pino.stdTimeFunctions.isoTime, formatters: {level: (level) => ({level})}},
    // At once: the last line before the end is the one that matters.
    pino.destination({fd: 1, sync: true}),
  );
  return {inform: (text) => log.info(text), warn: (text) => log.warn(text), fail: (text) => log.fatal(text)};
}
