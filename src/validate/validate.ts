import { configurationFile } from '../domain/config/configuration.ts'
import { readSettings } from '../domain/config/settings.ts'
import { builtIn } from '../domain/playbook/built-in.ts'
import type { Playbook } from '../domain/playbook/playbook.ts'
import type { File } from '../domain/source/file.ts'
import { asFinding, type Finding } from '../domain/source/finding.ts'
import type { Problem } from '../domain/source/problem.ts'
import { formFindings } from './forms.ts'
import { ownerFindings } from './owners.ts'
import { playbookInUse } from './playbook-in-use.ts'
import { readIssueChooser, readIssueForm } from './read-issue-form.ts'
import { reviewFindings } from './reviews.ts'

/** The files of a repository that say how incidents run there, each with its path from the root. */
export type Files = {
  readonly configuration: File | null
  readonly playbooks: readonly File[]
  /** Issue forms, and the chooser among them. */
  readonly forms: readonly File[]
  /** What could not be read at all. */
  readonly refused: readonly Problem[]
}

export type Checked = {
  readonly findings: readonly Finding[]
  /** The team's own playbooks as an incident would use them, by file; null: it could not be used. */
  readonly own: ReadonlyMap<string, Playbook | null>
  /** How many files were looked at; 0: there was nothing to check. */
  readonly files: number
}

const isChooser = ({ name }: File): boolean => /(?:^|\/)config\.ya?ml$/.test(name)

/** Everything wrong with these files, in the order of files and lines. */
export const check = (files: Files): Checked => {
  const { configuration: file, playbooks: own } = files
  const settings = readSettings({ configuration: file, playbooks: own }, builtIn())
  const { configuration, playbooks } = settings
  const [choosers, forms] = [files.forms.filter(isChooser), files.forms.filter(one => !isChooser(one))]
  const read = forms.map(({ name, text }) => readIssueForm(name, text))
  const located = read.flatMap(one => one.read ?? [])
  const problems = [
    ...files.refused,
    ...settings.problems,
    ...choosers.flatMap(({ name, text }) => readIssueChooser(name, text)),
    ...read.flatMap(one => one.problems),
  ]
  const findings = [
    ...problems.map(asFinding('problem')),
    ...ownerFindings(own, settings, located),
    ...reviewFindings(own, playbooks),
    ...located.flatMap(one => formFindings(one, playbooks, configuration)),
  ]
  return {
    findings: inOrder(findings),
    own: new Map(own.map(one => [one.name, playbookInUse(one, playbooks)])),
    files: (file === null ? 0 : 1) + own.length + files.forms.length + files.refused.length,
  }
}

const rank = ({ file }: Finding): string => (file === configurationFile ? '' : file)

const inOrder = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : a.line - b.line))
