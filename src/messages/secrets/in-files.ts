/** Of a file that was imported: what was cut out of it, by kind. */
export const secretsInImport = (kinds: readonly string[]): string =>
  `${counted(kinds)} cut out (${named(kinds)}): revoke and rotate ${kinds.length === 1 ? 'it' : 'them'}, for whoever has the file has ${kinds.length === 1 ? 'it' : 'them'}`

/** Without them it is no playbook any more: it is not written. */
export const unreadableWithout = (kinds: readonly string[]): { readonly says: string; readonly expected: string } => ({
  says: `The file has what looks like ${kinds.length === 1 ? 'a secret' : `${kinds.length} secrets`} (${named(kinds)}), without which it cannot be read`,
  expected: 'a placeholder in place of each secret',
})

const counted = (kinds: readonly string[]): string =>
  kinds.length === 1 ? 'what looks like a secret was' : `${kinds.length} things that look like secrets were`

const named = (kinds: readonly string[]): string => [...new Set(kinds)].join(', ')

/** Of a file of the team's: what looks like a secret, by kind. */
export const secretInFile = (kinds: readonly string[]): { readonly says: string; readonly expected: string } => ({
  says: `Here is what looks like ${kinds.length === 1 ? 'a secret' : `the first of ${kinds.length} secrets`} (${named(kinds)})`,
  expected: 'its name, and where to find it; revoke and rotate it, for the history of the repository keeps it',
})
