import { type Phase, phases } from '../domain/terms/phase.ts'

// A phase of ours for each word by which others name theirs; where two stand in a heading, the first counts.
const words: Readonly<Record<Phase, RegExp>> = {
  Learn: /lessons?\b|post[- ]?(?:incident|mortem|event)|retrospective|after[- ]action|follow[- ]?up|\blearn/,
  Prepare: /prepar|prevent|prerequisite|readiness|\bengagement\b|before an incident|harden/,
  Assemble: /assembl|mobili[sz]|activat|declar|\bresponse team\b/,
  Contain: /contain|mitigat|isolat/,
  Investigate: /identif|detect|analy[sz]|investigat|triage|assess|scop(?:e|ing)\b|forensic|evidence|validat/,
  Eradicate: /eradicat|remediat|remov(?:e|al)|clean[- ]?up/,
  Recover: /recover|restor/,
  Communicate: /communicat|notif|disclos|stakeholder|inform(?:ing)?\b/,
}

/** The phase that a heading or a name says, if it says one. */
export const phaseIn = (text: string): Phase | null => {
  const plain = text.toLowerCase()
  let found: Phase | null = null
  let at = Infinity
  for (const phase of phases) {
    const index = words[phase].exec(plain)?.index ?? Infinity
    if (index < at) [found, at] = [phase, index]
  }
  return found
}

/** Where a step goes if nothing says where. */
export const otherwise: Phase = 'Contain'
