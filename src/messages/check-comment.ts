import type { Playbook } from '../domain/playbook/playbook.ts'
import type { Finding } from '../domain/source/finding.ts'
import { cut } from '../domain/text/escape.ts'
import { quote } from '../domain/text/quote.ts'
import { findingList, nothingToCheck, tally } from './findings.ts'
import { preview } from './preview.ts'

/** A check's result, and which playbooks changed; null of a playbook: it cannot be used. */
export type Result = {
  readonly findings: readonly Finding[]
  readonly files: number
  readonly changed: readonly { readonly file: string; readonly playbook: Playbook | null }[]
  readonly deleted: readonly string[]
}

const mostOfList = 20_000
const mostPreviews = 12
const none: ReadonlySet<string> = new Set()

/** The comment on a pull request, and the job's summary, in at most `max` characters. */
export const checkComment = ({ findings, files, changed, deleted }: Result, max: number): string => {
  const head = [
    `## Tocsin check: ${files === 0 ? 'nothing to check' : tally(findings, files)}`,
    ...(files === 0 ? [`${nothingToCheck('this repository')}.`] : []),
    ...(findings.length === 0 ? [] : [findingList(findings, mostOfList)]),
    ...(deleted.length === 0 ? [] : [gone(deleted)]),
  ].join('\n\n')
  const shown = changed.slice(0, mostPreviews)
  const room = Math.floor((max - head.length - 1_000) / Math.max(1, shown.length))
  const previews = shown.map(({ file, playbook }) =>
    playbook === null ? unusable(file) : preview(playbook, none, room - 10),
  )
  const rest = changed.length - shown.length
  const more = rest === 0 ? [] : [`and ${rest} more changed ${rest === 1 ? 'playbook' : 'playbooks'}, not shown here.`]
  return cut([head, ...previews, ...more].join('\n\n'), max)
}

const gone = (deleted: readonly string[]): string =>
  `Deleted: ${cut(deleted.map(quote).join(', '), 2_000)}. Open incidents keep the playbook they started with.`

const unusable = (file: string): string =>
  `### ${quote(file)}\n\nThis playbook cannot be used until the problems above are fixed.`

/** For the job's summary alone, where the comment should have been. */
export const notCommented = (why: string): string =>
  `Tocsin could not comment on the pull request: ${why}. On pull requests from forks the workflow’s token has no write access.`
