import { z } from 'zod'
import { isPlaybookId } from '../playbook/playbook-id.ts'
import type { Problem } from '../source/problem.ts'
import { type Expectations, parseLeniently } from '../source/read-keys.ts'
import { readYaml } from '../source/yaml.ts'
import { type Severity, severities } from '../terms/severity.ts'
import { slug } from '../text/slug.ts'

/** What a team decides for all of its incidents, in `.github/incidents.yml` of the default branch. */
export type Configuration = {
  /** GitHub logins by role, without the `@`. */
  readonly roster: Readonly<Record<string, readonly string[]>>
  /** Logins of those who review post-mortems. */
  readonly reviewers: readonly string[]
  /** An IANA name; null: times are shown in UTC alone. */
  readonly timezone: string | null
  /** Id of the playbook when a declaration names none. */
  readonly playbook: string
  /** The severity when a declaration names none; null: the playbook's. */
  readonly severity: Severity | null
  readonly allowInternal: boolean
  /** Numeric ids of our bots in other deployments. */
  readonly identities: readonly number[]
  /** Roles that are filled from the roster the moment an incident opens. */
  readonly assignAtDeclaration: readonly string[]
  /** Where to talk, as the board shows it. */
  readonly channel: string | null
  /** What stands before the titles of an incident's pages, as counsel agreed to it; null: nothing. */
  readonly privilegePrefix: string | null
  /** Comments are deleted only once counsel has preserved them. */
  readonly legalHold: boolean
}

export const configurationFile = '.github/incidents.yml'
export const defaultPlaybook = 'security-incident'
/** The words that the response documents write. */
export const defaultPrivilegePrefix = 'Attorney Work Project'
const mostCharacters = 64 * 1024
const mostPeople = 20

const isTimeZone = (name: string): boolean => {
  // An offset such as `+01:00` would do for Intl, but knows no summer time.
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }) !== null
  } catch {
    return false
  }
}

const login = z
  .string()
  .regex(/^@?[a-z0-9][a-z0-9_-]{0,38}$/i)
  .transform(name => name.replace('@', ''))

const schema = z.strictObject({
  roster: z.record(slug, z.array(login)),
  reviewers: z.array(login),
  timezone: z.string().refine(isTimeZone),
  playbook: z.string().refine(isPlaybookId),
  severity: z.enum(severities),
  allow_internal: z.boolean(),
  identities: z.array(z.int().positive()),
  assign_at_declaration: z.array(slug),
  channel: z.string().trim().min(1).max(200),
  privilege_prefix: z
    .string()
    .trim()
    .max(60)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u),
  legal_hold: z.boolean(),
})

const expectations: Expectations<keyof typeof schema.shape> = {
  roster: 'a list of GitHub logins for each role, for example `security: [alice, bob]`',
  reviewers: 'a list of GitHub logins, for example `reviewers: [alice, bob]`',
  timezone: 'the name of a time zone, for example `timezone: Europe/Paris`',
  playbook: `the name of a playbook's file without \`.md\`, for example \`playbook: ${defaultPlaybook}\``,
  severity: `one of ${severities.join(', ')}, for example \`severity: SEV-2\``,
  allow_internal: '`true` or `false`, for example `allow_internal: false`',
  identities: 'numeric ids of other bot accounts trusted to write the record, for example `identities: [41898282]`',
  assign_at_declaration: 'a list of roles, for example `assign_at_declaration: [scribe, security]`',
  channel: 'a line of at most 200 characters, for example `channel: https://meet.example.com/bridge`',
  privilege_prefix: `a line of at most 60 characters, or \`none\`, for example \`privilege_prefix: ${defaultPrivilegePrefix}\``,
  legal_hold: '`true` or `false`, for example `legal_hold: true`',
}

type Kept = { readonly [Key in keyof z.infer<typeof schema>]?: z.infer<typeof schema>[Key] | undefined }

const prefixOf = (written: string | undefined): string | null => {
  if (written === undefined) return defaultPrivilegePrefix
  return written === '' || written.toLowerCase() === 'none' ? null : written
}

const configurationOf = (kept: Kept): Configuration => ({
  // Without a prototype: a role may be called `constructor`.
  roster: Object.assign(
    Object.create(null),
    Object.fromEntries(Object.entries(kept.roster ?? {}).map(([role, logins]) => [role, logins.slice(0, mostPeople)])),
  ),
  reviewers: kept.reviewers?.slice(0, mostPeople) ?? [],
  timezone: kept.timezone ?? null,
  playbook: kept.playbook ?? defaultPlaybook,
  severity: kept.severity ?? null,
  allowInternal: kept.allow_internal ?? false,
  identities: kept.identities ?? [],
  assignAtDeclaration: kept.assign_at_declaration ?? [],
  channel: kept.channel ?? null,
  privilegePrefix: prefixOf(kept.privilege_prefix),
  legalHold: kept.legal_hold ?? false,
})

const crowds = (kept: Kept): Problem[] =>
  [...Object.entries(kept.roster ?? {}), ['reviewers', kept.reviewers ?? []] as const]
    .filter(([, logins]) => logins.length > mostPeople)
    .map(([name, logins]) => ({
      file: configurationFile,
      line: 1,
      says: `\`${name}\` names ${logins.length} people; only the first ${mostPeople} count`,
      expected: `at most ${mostPeople}`,
    }))

/**
 * Never fails, for a mistake in a file must not stop a declaration: what is right counts, key by key; what is wrong is
 * as if it were not there, and is told.
 */
export const readConfiguration = (
  text: string | null,
): { readonly configuration: Configuration; readonly problems: readonly Problem[] } => {
  if (text !== null && text.length > mostCharacters) {
    const says = `The file has ${text.length} characters, so Tocsin ignores it`
    const problem = { file: configurationFile, line: 1, says, expected: `at most ${mostCharacters}` }
    return { configuration: configurationOf({}), problems: [problem] }
  }
  const { entries, problems } = readYaml(configurationFile, text ?? '')
  const { kept, problems: more } = parseLeniently(configurationFile, entries, schema, expectations)
  return { configuration: configurationOf(kept), problems: [...problems, ...more, ...crowds(kept)] }
}
