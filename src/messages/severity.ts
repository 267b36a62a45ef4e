import { type Severity, severityMeaning } from '../domain/terms/severity.ts'
import { quote } from '../domain/text/quote.ts'

/** For whoever opened an issue with labels, or answers, of several severities. */
export const higherCounts = (severity: Severity, lower: readonly string[]): string =>
  `This incident opens as ${severity} (${severityMeaning[severity]}): of several severities the highest counts, so the label ${lower
    .map(quote)
    .join(', ')} is removed. The incident commander lowers it with \`/severity\` and a reason.`

/** On the board, where the form's answer about the severity could not be read. */
export const severityNotRead = (answer: string, severity: Severity): string =>
  `**The reported severity ${quote(answer)} could not be read**, so the severity was not set from it. It is ${severity} now: \`/severity SEV-1\` raises it.`
