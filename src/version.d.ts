/** The version in package.json, put in by every build and test runner. */
declare const __VERSION__: string;
