/** The newest set of keys this code knows; within `/v1` keys are only added. */
export const contractVersion = '1.1';

/** Whether a receiver takes keys that came with a version; one that names none knows the first alone. */
export function takesKeysOf(version: string, contract = '1.0'): boolean {
  const [known, wanted] = [contract, version].map((each) => each.split('.').map(Number)) as [number[], number[]];
  return known[0] === wanted[0] && known[1]! >= wanted[1]!;
}
