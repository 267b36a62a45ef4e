/** The date of an export that nobody gave one: the same playbook is the same bytes on every day. */
export const undated = '2026-01-01T00:00:00.000Z'

const timestamp = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z$/

/** Whether a text is a timestamp as CACAO 2.0 has it, in UTC. */
export const isTimestamp = (text: string): boolean => timestamp.test(text)
