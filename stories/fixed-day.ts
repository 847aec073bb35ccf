/** The day on which every story plays that says how old something is. */
export const day = '2026-11-22';

const noon = Date.parse(`${day}T12:00:00Z`);

/** Makes `new Date()` that day, until the function that it returns is called. Clocks that only count go on. */
export function stayOnThatDay(): () => void {
  const RealDate = globalThis.Date;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given: unknown[], newTarget) => Reflect.construct(target, given.length === 0 ? [noon] : given, newTarget) as Date,
  });
  return () => {
    globalThis.Date = RealDate;
  };
}

/** So many days before that day. */
export function daysBefore(days: number): string {
  return new Date(noon - days * 86_400_000).toISOString().slice(0, 10);
}
