import { z } from 'zod'
import { type Expectations, parseLeniently } from '../source/read-keys.ts'
import { readYaml } from '../source/yaml.ts'
import { phases } from '../terms/phase.ts'
import { severities } from '../terms/severity.ts'
import { slug } from '../text/slug.ts'
import { kinds } from './playbook.ts'
import { isPlaybookId } from './playbook-id.ts'

const mostOfTitle = 200

const schema = z.strictObject({
  title: z.string().trim().min(1).max(mostOfTitle),
  severity: z.enum(severities),
  summary: z.string().trim().max(1_000),
  confidential: z.boolean(),
  source: z.string().trim().max(1_000),
  kind: z.enum(kinds),
  phases: z.partialRecord(z.enum(phases), z.string().trim().min(1).max(100)),
  roles: z.array(slug),
  include: z.array(z.string().refine(isPlaybookId)),
})

const expectations: Expectations<keyof typeof schema.shape> = {
  title: `a line of at most ${mostOfTitle} characters, for example \`title: Server access compromised\``,
  severity: `one of ${severities.join(', ')}, for example \`severity: SEV-2\``,
  summary: 'a sentence of at most 1000 characters, for example `summary: Somebody may be on a machine.`',
  confidential: '`true` or `false`, for example `confidential: true`',
  kind: `one of ${kinds.join(', ')}; the default is \`incident\``,
  phases: `its phases, each with its function in NIST CSF 2.0, for example \`Contain: Respond (RS.MI)\`; phases are ${phases.join(', ')}`,
  roles: 'the roles that its steps use, for example `roles: [security, forensics]`',
  include: 'ids of playbooks, for example `include: [notify-parties]`',
  source: 'where the procedure comes from, for example `source: https://response.example.com`',
}

/** The YAML between the first two lines of `---`, and the Markdown below. */
export const splitFrontMatter = (text: string): { readonly front: string | null; readonly body: string } => {
  const lines = text.split('\n')
  const end = lines.findIndex((line, i) => i > 0 && line.trimEnd() === '---')
  if (lines[0]?.trimEnd() !== '---' || end < 0) return { front: null, body: text }
  // Empty lines instead of the front matter, so that each line keeps its number.
  return {
    front: lines.slice(1, end).join('\n'),
    body: lines
      .with(0, '')
      .fill('', 0, end + 1)
      .join('\n'),
  }
}

/** What a playbook says of itself as a whole, as far as it can be read. */
export const readFrontMatter = (file: string, front: string | null) => {
  if (front === null) {
    const expected = 'a first line `---`, then `title:` and `severity:`, then a line `---`'
    return { kept: {}, problems: [{ file, line: 1, says: 'The front matter is missing', expected }], lineOf: () => 1 }
  }
  const { entries, problems } = readYaml(file, front, 1)
  const { kept, problems: more } = parseLeniently(file, entries, schema, expectations)
  const needed =
    kept.kind === undefined || kept.kind === 'incident' ? (['title', 'severity'] as const) : (['title'] as const)
  const missing = needed
    .filter(key => !entries.some(entry => entry.key === key))
    .map(key => ({ file, line: 1, says: `\`${key}\` is missing`, expected: expectations[key] }))
  const lineOf = (key: string): number => entries.find(entry => entry.key === key)?.line ?? 1
  return { kept, problems: [...problems, ...more, ...missing], lineOf }
}
