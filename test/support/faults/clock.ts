/** Options for Node with which the clock of a process goes ahead, by so many milliseconds. */
export function ahead(milliseconds: number): readonly string[] {
  const source = `
    const RealDate = Date;
    const now = () => RealDate.now() + ${milliseconds};
    globalThis.Date = class Date extends RealDate {
      constructor(...given) { super(...(given.length > 0 ? given : [now()])); }
      static now() { return now(); }
    };
  `;
  return ['--import', `data:text/javascript,${encodeURIComponent(source)}`];
}
