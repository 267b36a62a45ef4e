// Every rejection of a command, by what is wrong with it.

export * from './refusals/arguments.ts'
export * from './refusals/command.ts'
export * from './refusals/comment.ts'
export * from './refusals/incident.ts'
export * from './refusals/steps.ts'
export { howToClose, names, refusal, steps, whoMay } from './refusals/words.ts'
