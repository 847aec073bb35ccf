// The analyzer brings no types of what its command line runs.
declare module '@custom-elements-manifest/analyzer/cli.js' {
  export function cli(options: {argv: string[]; cwd: string; noWrite: boolean}): Promise<unknown>;
}
