/** Choices that hang on nothing, by their values. */
export function choices(...values: string[]): {value: string}[] {
  return values.map((value) => ({value}));
}
