import { join } from 'node:path'
import { checkFiles } from '../../adapters/team-files/team-files.ts'
import { annotation, findingLine, nothingToCheck, problemsIn, tally } from '../../messages/findings.ts'

type Options = { readonly annotated: boolean; readonly json: boolean }
type Print = (line: string) => void

/** Says all that is wrong with a folder, a line each. 0: nothing wrong; 1: problems; 2: nothing to check. */
export const checkFolder = async (
  folder: string,
  { annotated, json }: Options,
  print: Print,
  complain: Print,
): Promise<0 | 1 | 2> => {
  const checked = await checkFiles(folder)
  // of what is not there nothing is missed
  const seen = checked.files === 0 ? [] : checked.findings
  const findings = seen.map(finding => ({ ...finding, file: join(folder, finding.file) }))
  const problems = problemsIn(findings)
  if (json) print(JSON.stringify({ files: checked.files, problems, warnings: findings.length - problems, findings }))
  if (checked.files === 0) {
    complain(nothingToCheck(folder))
    return 2
  }
  if (json) return problems > 0 ? 1 : 0
  for (const found of findings) {
    print(findingLine(found))
    if (annotated) print(annotation(found))
  }
  print(tally(findings, checked.files))
  return problems > 0 ? 1 : 0
}
