/**
 * Who helps first, for the words of the forms that leave it open. A copy of
 * three ways in the directory, small enough for a form's first page; a test
 * holds that it says what the directory says.
 */
export const firstWays = {emergency: '999', police: '101', advice: 'https://protect-advice.org.uk'} as const;
