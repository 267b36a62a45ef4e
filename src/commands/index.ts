import { approve } from './approve.ts'
import { asset } from './asset.ts'
import { assign } from './assign.ts'
import { cancel } from './cancel.ts'
import type { Command } from './command.ts'
import { confirm } from './confirm.ts'
import { continueHere } from './continue.ts'
import { done } from './done.ts'
import { exposed } from './exposed.ts'
import { handoff } from './handoff.ts'
import { help } from './help.ts'
import { ic } from './ic.ts'
import { playbook } from './playbook.ts'
import { redact } from './redact.ts'
import { ruleOut } from './rule-out.ts'
import { severity } from './severity.ts'
import { skip } from './skip.ts'
import { status } from './status.ts'
import { addStep } from './step.ts'
import { timeline } from './timeline.ts'
import { unassign } from './unassign.ts'

/** All commands, in the order in which `/help` lists them. */
export const commands: readonly Command[] = [
  ic,
  confirm,
  cancel,
  handoff,
  assign,
  unassign,
  done,
  skip,
  severity,
  status,
  timeline,
  asset,
  exposed,
  playbook,
  addStep,
  ruleOut,
  approve,
  redact,
  continueHere,
  help(() => commands),
]
