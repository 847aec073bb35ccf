/** Choices that hang on nothing, by their values. */
export function choiceList(...values: string[]): {value: string}[] {
  return values.map((value) => ({value}));
}
