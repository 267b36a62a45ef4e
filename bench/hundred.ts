import { phases } from '../src/domain/terms/phase.ts'

/** A playbook of so many steps, as a team would keep it: four roles, and every tenth step waits for the one before it. */
export const playbookOf = (steps: number): string => {
  const numbers = Array.from({ length: steps }, (_, index) => index + 1)
  const sections = phases.map((phase, index) => {
    const mine = numbers.filter(number => Math.floor(((number - 1) * phases.length) / steps) === index)
    return `## ${phase}\n\n${mine.map(lineOf).join('\n')}\n`
  })
  return `---\ntitle: ${steps} steps\nseverity: SEV-2\n---\nAs many as GitHub lets an issue have.\n\n${sections.join('\n')}`
}

const roles = ['forensics', 'security', 'engineering-lead', 'marketing']

const lineOf = (number: number): string => {
  const after = number % 10 === 0 ? `, after \`step-${number - 1}\`` : ''
  return `- [ ] \`step-${number}\` Do what is number ${number} (${roles[number % roles.length]}${after})`
}
